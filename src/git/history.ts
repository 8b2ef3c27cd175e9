import { readFile } from "node:fs/promises";
import { resolve as resolvePath } from "node:path";
import type { Commands } from "./commands.js";
import type { HistoryCommit, HistoryOptions } from "./contract.js";
import { HistoryParser, LOG_FORMAT } from "./history-parser.js";
import { Splitter } from "./splitter.js";
import type { GitStreams } from "./streams.js";

const NUL = 0;

/** Streams commits with what they changed, newest first; see the contract. Reads trees, never blobs. */
export async function* readHistory(
  commands: Commands,
  streams: GitStreams,
  from: string,
  options: HistoryOptions = {},
): AsyncGenerator<HistoryCommit, void, undefined> {
  const splitter = new Splitter(NUL);
  const parser = new HistoryParser(await readShallow(commands));
  for await (const chunk of streams.chunks(logCommand(from, options))) {
    for (const part of splitter.push(chunk)) {
      const commit = parser.push(part);
      if (commit !== null) yield commit;
    }
  }
  const last = parser.end();
  if (last !== null) yield last;
}

function logCommand(from: string, { until, paths = [], firstParent = true }: HistoryOptions): string[] {
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
    "--end-of-options",
    from,
    ...(until === undefined ? [] : [`^${until}`]),
    "--",
    ...paths,
  ];
}

/** The commits at which a shallow clone ends; git shows them without parents. */
async function readShallow(commands: Commands): Promise<ReadonlySet<string>> {
  const file = (await commands.run("rev-parse", "--git-path", "shallow")).replace(/\r?\n$/, "");
  const text = await readFile(resolvePath(commands.directory, file), "latin1").catch(() => "");
  return new Set(text.split("\n").filter((line) => line !== ""));
}
