import { gitFailure } from "./git-failure.js";
import { runLines } from "./line-stream.js";
import { type Damage, damageFinder, type FindDamage, type UnreadFile } from "./patch-damage.js";
import { inputOf, keyOf, type PatchRequest } from "./patch-request.js";
import { type Patch, PatchParser } from "./patch-text.js";

export type { UnreadFile } from "./patch-damage.js";
export type { PatchRequest } from "./patch-request.js";
export type { Patch, PatchFile, PatchHunk } from "./patch-text.js";

export interface PatchOptions {
  /** Only these files, literally; without it all. */
  readonly only?: readonly string[];
  /** Pathspecs with `exclude` magic: what git need not even compare. */
  readonly without?: readonly string[];
  /** The files whose lines are wanted; the others come without hunks. */
  readonly accept?: (path: string) => boolean;
  /** Changed lines kept of one commit, 20,000 unless told; the rest is counted only. */
  readonly lineLimit?: number;
}

/** The largest commits that people read are a tenth of it, imports a hundred times it. */
const LINE_LIMIT = 20_000;
/** Files of more bytes are data, not source: git then takes them for binary. */
const FILE_BYTES = "2m";
/** Files up to which git looks for renames with changes: beyond, the product of the numbers costs seconds a commit. */
const RENAME_LIMIT = 400;
/** After this many deaths of git, the rest is looked through beforehand. */
const DEATHS = 20;
/** Unread files up to which the other files of such commits are still read, at one git for each commit. */
const UNREAD = 2_000;
/** Pathspecs that fit a command line everywhere. */
const PATHSPECS = 400;

/**
 * Streams what each commit changed, in the order asked, through one
 * `git diff-tree --stdin -p -U0`, with renames followed.
 *
 * git dies at the first missing blob (`git log -p` too). Then the files with
 * missing objects are left out of that one commit, and the rest goes on; what was left
 * out is the answer. `onPatch` is called once for each commit that could be
 * read, also for those that change none of the files asked.
 */
export async function streamPatches(
  gitDirectory: string,
  requests: readonly PatchRequest[],
  options: PatchOptions,
  onPatch: (patch: Patch) => void,
): Promise<UnreadFile[]> {
  const unread: UnreadFile[] = [];
  const find = damageFinder(gitDirectory);
  let damage: Damage = new Map();
  let deaths = 0;
  for (let next = 0; next < requests.length; ) {
    const healthy = requests.slice(next, nextDamaged(requests, next, damage));
    const { answered, words } = await compare(gitDirectory, healthy, options, onPatch);
    next += answered;
    if (words !== null) {
      deaths += 1;
      damage = await findCause(gitDirectory, find, requests.slice(next), healthy.length - answered, deaths, words);
      continue;
    }
    if (answered < healthy.length)
      throw gitFailure("diff-tree", gitDirectory, "fatal: bad object among the commits asked");
    const damaged = requests[next];
    const files = damaged === undefined ? undefined : damage.get(keyOf(damaged));
    if (damaged === undefined || files === undefined) continue;
    if (unread.length < UNREAD) await compareOthers(gitDirectory, damaged, files, options, onPatch);
    unread.push(...files);
    next += 1;
  }
  return unread;
}

/** The number of the next request that is known to need something missing. */
function nextDamaged(requests: readonly PatchRequest[], from: number, damage: Damage): number {
  const found = damage.size === 0 ? -1 : requests.findIndex((request, at) => at >= from && damage.has(keyOf(request)));
  return found < 0 ? requests.length : found;
}

/**
 * git died at the first of the rest, while writing it, or at the second, while
 * looking for its renames. Fails if it died of something else.
 */
async function findCause(
  gitDirectory: string,
  find: FindDamage,
  rest: readonly PatchRequest[],
  asked: number,
  deaths: number,
  words: string,
): Promise<Damage> {
  const damage = await find(deaths < DEATHS ? rest.slice(0, 2) : rest);
  const [first] = rest;
  const explained = asked === 1 ? first !== undefined && damage.has(keyOf(first)) : damage.size > 0;
  if (!explained) throw gitFailure("diff-tree", gitDirectory, words);
  return damage;
}

/** Compares until git ends: how many commits were handed out, and git's last words if it died. */
async function compare(
  gitDirectory: string,
  requests: readonly PatchRequest[],
  options: PatchOptions,
  onPatch: (patch: Patch) => void,
): Promise<{ answered: number; words: string | null }> {
  if (requests.length === 0) return { answered: 0, words: null };
  let answered = 0;
  const parser = new PatchParser(options.lineLimit ?? LINE_LIMIT, options.accept ?? (() => true), (patch) => {
    answered += 1;
    onPatch(patch);
  });
  const words = await runLines(gitDirectory, commandOf(options), inputOf(requests), (line) => parser.line(line));
  if (words === null) parser.end();
  return { answered, words };
}

/** Compares the files of one commit that can be compared. */
async function compareOthers(
  gitDirectory: string,
  request: PatchRequest,
  unread: readonly UnreadFile[],
  options: PatchOptions,
  onPatch: (patch: Patch) => void,
): Promise<void> {
  const paths = unread.flatMap(({ path }) => (path === null ? [] : [path]));
  if (paths.length < unread.length || paths.length > PATHSPECS) return;
  const without = [...(options.without ?? []), ...paths.map((path) => `:(top,literal,exclude)${path}`)];
  await compare(gitDirectory, [request], { ...options, without }, onPatch);
}

/** Says every option that configuration could change. */
function commandOf({ only = [], without = [] }: PatchOptions): string[] {
  return [
    ...["-c", `core.bigFileThreshold=${FILE_BYTES}`],
    ...[
      "diff-tree",
      "--stdin",
      "-r",
      "--root",
      "--always",
      "--patch",
      "--unified=0",
      "--find-renames",
      `-l${RENAME_LIMIT}`,
    ],
    ...["--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--diff-algorithm=myers"],
    ...["--indent-heuristic", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/"],
    ...["--", ...only.map((path) => `:(top,literal)${path}`), ...without],
  ];
}
