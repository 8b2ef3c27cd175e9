import { isUtf8 } from "node:buffer";
import { spawn } from "node:child_process";
import { gitEnvironment } from "./environment.js";
import { gitFailure } from "./git-failure.js";
import { type Patch, PatchParser, unquotePath } from "./patch-text.js";

export type { Patch, PatchFile, PatchHunk } from "./patch-text.js";

/** One comparison to make. */
export interface PatchRequest {
  readonly commit: string;
  /** The commit to compare with: for merges and ranges. Without it the commit's only parent; merges then answer nothing. */
  readonly against?: string;
}

export interface PatchOptions {
  /** Only these paths (git pathspecs with magic); empty for all. */
  readonly only?: readonly string[];
  /** Without these paths: pathspecs with `exclude` magic. */
  readonly without?: readonly string[];
  /** The files whose lines are wanted; the others come without hunks. */
  readonly accept?: (path: string) => boolean;
  /** Changed lines kept of one commit; the rest is counted only. */
  readonly lineLimit?: number;
}

/** A file of a commit that could not be compared, because an object is missing. `path` is null where the tree is. */
export interface UnreadFile {
  readonly commit: string;
  readonly path: string | null;
  readonly object: string;
}

/** Lines kept of one commit. The largest commits read by people are a tenth of it; imports are a hundred times it. */
const LINE_LIMIT = 20_000;
/** Files of more bytes are data, not source: git then treats them as binary. */
const FILE_BYTES = "2m";
/** git dies at each commit with a missing object; after this many deaths, the rest is looked through beforehand. */
const DEATHS_BEFORE_CHECKING_ALL = 20;
/** Files with missing objects up to which the other files of such commits are still read, at one git each. */
const UNREAD_FILES = 2_000;
/** Pathspecs that fit a command line everywhere. */
const EXCLUSIONS = 500;

/**
 * Streams what each commit changed, in the order asked, through one
 * `git diff-tree --stdin -p -U0`, renames followed.
 *
 * `git diff-tree -p` dies on the first missing blob (`git log -p` too). Then
 * the files with missing objects are left out of that one commit, and the rest goes on;
 * what was left out is the answer.
 *
 * `onPatch` is called once for each commit that could be read, also for those
 * that change nothing on the paths asked.
 */
export async function streamPatches(
  gitDirectory: string,
  requests: readonly PatchRequest[],
  options: PatchOptions,
  onPatch: (patch: Patch) => void,
): Promise<UnreadFile[]> {
  const unread: UnreadFile[] = [];
  let damaged = new Map<string, UnreadFile[]>();
  let deaths = 0;
  let next = 0;
  while (next < requests.length) {
    const healthy = nextDamaged(requests, next, damaged);
    if (healthy > next) {
      const ended = await comparePlainly(gitDirectory, requests.slice(next, healthy), options, onPatch);
      next += ended.answered;
      if (ended.words === null) continue;
      deaths += 1;
      // The commit that was being written, or the one after it, whose renames were being looked for.
      const suspects = deaths < DEATHS_BEFORE_CHECKING_ALL ? requests.slice(next, next + 2) : requests.slice(next);
      damaged = await findDamage(gitDirectory, suspects);
      const explained =
        healthy - next === 1 && ended.answered === 0 ? damaged.has(keyOf(requests[next])) : damaged.size > 0;
      if (!explained) throw gitFailure("diff-tree", gitDirectory, ended.words);
      continue;
    }
    const request = requests[next];
    const files = damaged.get(keyOf(request));
    if (request === undefined || files === undefined) continue;
    unread.push(...files);
    if (unread.length < UNREAD_FILES) await compareWithout(gitDirectory, request, files, options, onPatch);
    next += 1;
  }
  return unread;
}

function keyOf(request: PatchRequest | undefined): string {
  return request === undefined ? "" : `${request.commit} ${request.against ?? ""}`;
}

function nextDamaged(requests: readonly PatchRequest[], from: number, damaged: ReadonlyMap<string, unknown>): number {
  if (damaged.size === 0) return requests.length;
  let at = from;
  while (at < requests.length && !damaged.has(keyOf(requests[at]))) at += 1;
  return at;
}

/**
 * Compares until git ends. `words` is null when it ended well; else `answered`
 * tells the commits that were handed out before it died.
 */
async function comparePlainly(
  gitDirectory: string,
  requests: readonly PatchRequest[],
  options: PatchOptions,
  onPatch: (patch: Patch) => void,
): Promise<{ answered: number; words: string | null }> {
  let answered = 0;
  const parser = new PatchParser(options.lineLimit ?? LINE_LIMIT, options.accept ?? (() => true), (patch) => {
    answered += 1;
    onPatch(patch);
  });
  const words = await runLines(gitDirectory, patchCommand(options), inputOf(requests), (line) => parser.line(line));
  if (words === null) parser.end();
  return { answered, words };
}

async function compareWithout(
  gitDirectory: string,
  request: PatchRequest,
  files: readonly UnreadFile[],
  options: PatchOptions,
  onPatch: (patch: Patch) => void,
): Promise<void> {
  const paths = files.flatMap((file) => (file.path === null ? [] : [file.path]));
  if (paths.length < files.length || paths.length > EXCLUSIONS) return;
  const without = [...(options.without ?? []), ...paths.map((path) => `:(top,literal,exclude)${path}`)];
  await comparePlainly(gitDirectory, [request], { ...options, without }, onPatch);
}

/** The files of the commits whose blobs are missing on either side, by request. */
async function findDamage(gitDirectory: string, requests: readonly PatchRequest[]): Promise<Map<string, UnreadFile[]>> {
  const files: { key: string; commit: string; path: string; objects: string[] }[] = [];
  const damaged = new Map<string, UnreadFile[]>();
  for (let from = 0; from < requests.length; ) {
    let at = from - 1;
    const command = ["diff-tree", "--stdin", "-r", "--root", "--always", "--raw", "--no-abbrev", "--no-renames"];
    const words = await runLines(gitDirectory, command, inputOf(requests.slice(from)), (line) => {
      if (!line.startsWith(":")) {
        at += 1;
        return;
      }
      const [, , before = "", after = "", rest = ""] = line.split(" ");
      const path = unquotePath(rest.slice(rest.indexOf("\t") + 1));
      const [oldMode, newMode] = line.slice(1).split(" ");
      const objects = [oldMode === "160000" ? "" : before, newMode === "160000" ? "" : after].filter((id) =>
        /[1-9a-f]/.test(id),
      );
      files.push({ key: keyOf(requests[at]), commit: requests[at]?.commit ?? "", path, objects });
    });
    if (words === null) break;
    const broken = requests[at + 1];
    if (broken === undefined) break;
    damaged.set(keyOf(broken), [
      { commit: broken.commit, path: null, object: /[0-9a-f]{40,64}/.exec(words)?.[0] ?? "" },
    ]);
    from = at + 2;
  }
  const missing = await findMissing(gitDirectory, new Set(files.flatMap((file) => file.objects)));
  for (const file of files) {
    const object = file.objects.find((id) => missing.has(id));
    if (object === undefined) continue;
    const found = damaged.get(file.key) ?? [];
    found.push({ commit: file.commit, path: file.path, object });
    damaged.set(file.key, found);
  }
  return damaged;
}

async function findMissing(gitDirectory: string, objects: ReadonlySet<string>): Promise<Set<string>> {
  const missing = new Set<string>();
  await runLines(gitDirectory, ["cat-file", "--batch-check", "--buffer"], [...objects].join("\n"), (line) => {
    if (line.endsWith(" missing")) missing.add(line.slice(0, line.indexOf(" ")));
  });
  return missing;
}

/**
 * Every option that configuration could change is said. `core.bare` keeps git
 * from reading the attributes of a work tree, which could turn sources into binaries.
 */
function patchCommand(options: PatchOptions): string[] {
  const paths = [...(options.only ?? []), ...(options.without ?? [])];
  return [
    ...["-c", "core.bare=true", "-c", `core.bigFileThreshold=${FILE_BYTES}`],
    ...["diff-tree", "--stdin", "-r", "--root", "--always", "--patch", "--unified=0", "--find-renames", "-l400"],
    ...["--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--diff-algorithm=myers"],
    ...["--indent-heuristic", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/", "--", ...paths],
  ];
}

function inputOf(requests: readonly PatchRequest[]): string {
  return requests
    .map(({ commit, against }) => (against === undefined ? `${commit}\n` : `${commit} ${against}\n`))
    .join("");
}

/** Runs git, hands out its output line by line, and gives null, or git's last words if it failed. */
function runLines(
  gitDirectory: string,
  command: readonly string[],
  input: string,
  onLine: (line: string) => void,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", command, {
      cwd: gitDirectory,
      env: { ...gitEnvironment(gitDirectory), GIT_LITERAL_PATHSPECS: "0" },
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    const output = new LineOutput(onLine);
    let words = "";
    child.stdin.on("error", () => undefined);
    child.stderr.on("data", (chunk: Buffer) => {
      words = (words + chunk.toString("utf8")).slice(-8_192);
    });
    child.stdout.on("data", (chunk: Buffer) => {
      try {
        output.push(chunk);
      } catch (error) {
        child.kill();
        reject(error);
      }
    });
    child.on("error", (error) => reject(gitFailure(command[0] ?? "", gitDirectory, error.message, error)));
    child.on("close", (code) => {
      output.end();
      resolve(code === 0 ? null : words);
    });
    child.stdin.end(input);
  });
}

/** Bytes to lines. A line that is not UTF-8 is read as latin1, so that different bytes stay different. */
class LineOutput {
  #rest: Buffer[] = [];

  constructor(private readonly onLine: (line: string) => void) {}

  push(chunk: Buffer): void {
    const end = chunk.lastIndexOf(10);
    if (end < 0) {
      this.#rest.push(Buffer.from(chunk));
      return;
    }
    const whole =
      this.#rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([...this.#rest, chunk.subarray(0, end)]);
    this.#rest = end + 1 < chunk.length ? [Buffer.from(chunk.subarray(end + 1))] : [];
    this.#hand(whole);
  }

  end(): void {
    if (this.#rest.length > 0) this.#hand(Buffer.concat(this.#rest));
    this.#rest = [];
  }

  #hand(whole: Buffer): void {
    if (isUtf8(whole)) {
      for (const line of eachLine(whole.toString("utf8"))) this.onLine(line);
      return;
    }
    for (const line of eachLine(whole.toString("latin1"))) {
      const bytes = Buffer.from(line, "latin1");
      this.onLine(isUtf8(bytes) ? bytes.toString("utf8") : line);
    }
  }
}

function* eachLine(text: string): Generator<string> {
  let from = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
    yield text.slice(from, end);
    from = end + 1;
  }
  yield text.slice(from);
}
