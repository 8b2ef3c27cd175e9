import type { HistoryCommit, HistoryOptions } from "./contract.js";
import { HistoryParser, LOG_FORMAT } from "./history-parser.js";
import { readShallow } from "./shallow.js";
import type { GitStreams } from "./streams.js";

const NUL = 0;

/** Streams commits with what they changed, newest first; see the contract. Reads trees, never blobs. */
export async function* readHistory(
  gitDirectory: string,
  streams: GitStreams,
  from: readonly string[],
  options: HistoryOptions = {},
): AsyncGenerator<HistoryCommit, void, undefined> {
  const { paths = [] } = options;
  if (paths.every(canBeAsked)) yield* readLog(gitDirectory, streams, from, options);
  else yield* onlyTouching(paths, readLog(gitDirectory, streams, from, { ...options, paths: [] }));
}

async function* readLog(
  gitDirectory: string,
  streams: GitStreams,
  from: readonly string[],
  options: HistoryOptions,
): AsyncGenerator<HistoryCommit, void, undefined> {
  const parser = new HistoryParser(await readShallow(gitDirectory));
  for await (const parts of streams.parts(NUL, logCommand(options), inputOf(from, options))) {
    for (const part of parts) {
      const commit = parser.push(part);
      if (commit !== null) yield commit;
    }
  }
  const last = parser.end();
  if (last !== null) yield last;
}

function logCommand({ firstParent = true }: HistoryOptions): string[] {
  return [
    "log",
    "-z",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-color",
    "--encoding=UTF-8",
    `--format=tformat:${LOG_FORMAT}`,
    // `combined` names a merge's files only where the result differs from all parents.
    ...(firstParent ? ["--first-parent", "--diff-merges=first-parent"] : ["--topo-order", "--diff-merges=combined"]),
    "--stdin",
  ];
}

/** Revisions and paths, however many: a command line is short on some systems. */
function inputOf(from: readonly string[], { until, paths = [] }: HistoryOptions): string {
  const excluded = until === undefined ? [] : [`^${until}`];
  return [...from, ...excluded, "--", ...paths].map((line) => `${line}\n`).join("");
}

/** git reads paths line by line, and knows nothing of our spelling of bytes that are not UTF-8. */
function canBeAsked(path: string): boolean {
  return !/[\r\n]|\\x/.test(path);
}

async function* onlyTouching(
  paths: readonly string[],
  commits: AsyncIterable<HistoryCommit>,
): AsyncGenerator<HistoryCommit, void, undefined> {
  const files = new Set(paths);
  const directories = paths.map((path) => `${path.replace(/\/$/, "")}/`);
  for await (const commit of commits) {
    const changes = commit.changes.filter(
      ({ path }) => files.has(path) || directories.some((directory) => path.startsWith(directory)),
    );
    if (changes.length > 0) yield { ...commit, changes };
  }
}
