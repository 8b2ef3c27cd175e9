import type { Commands } from "./commands.js";
import { listRefs, type Ref } from "./refs.js";

/** A branch as `defaultRefs` sees it. */
interface Branch {
  /** `release-1.2`, without the remote. */
  readonly name: string;
  /** What to type for it: `release-1.2`, `origin/release-1.2`. */
  readonly typed: string;
}

/**
 * The default branch, then the release-like branches by version, oldest first. A branch
 * that exists here hides the remote-tracking ones of its name; of several remotes,
 * `upstream` comes before `origin` before the others.
 */
export async function readDefaultRefs(
  commands: Commands,
  remotes: readonly string[],
  bare: boolean,
): Promise<string[]> {
  const refs = await listRefs(commands, "refs/heads", "refs/remotes");
  const branches = chooseBranches(refs, remotes);
  const first = defaultBranch(branches, refs, remotes, bare);
  const releases = [...branches.values()]
    .filter(({ typed }) => typed !== first)
    .flatMap(({ name, typed }) => {
      const version = releaseVersion(name);
      return version === null ? [] : [{ name, typed, version }];
    })
    .sort(
      (a, b) => compareVersions(a.version, b.version) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
    );
  return [first, ...releases.map(({ typed }) => typed)];
}

function chooseBranches(refs: readonly Ref[], remotes: readonly string[]): Map<string, Branch> {
  const branches = new Map<string, Branch>();
  const add = (prefix: string, typedPrefix: string) => {
    for (const { name, follows } of refs) {
      if (!name.startsWith(prefix) || follows !== "") continue;
      const short = name.slice(prefix.length);
      if (!branches.has(short)) branches.set(short, { name: short, typed: typedPrefix + short });
    }
  };
  add("refs/heads/", "");
  for (const remote of remotes) add(`refs/remotes/${remote}/`, `${remote}/`);
  return branches;
}

/**
 * A bare repository's HEAD names its default branch. A clone with files has HEAD on
 * whatever is being worked on, so there the remote's HEAD, `main` and `master` come first.
 */
function defaultBranch(
  branches: ReadonlyMap<string, Branch>,
  refs: readonly Ref[],
  remotes: readonly string[],
  bare: boolean,
): string {
  const current = refs.find((ref) => ref.current)?.name.slice("refs/heads/".length);
  const remoteHeads = remotes.flatMap((remote) => {
    const prefix = `refs/remotes/${remote}/`;
    const follows = refs.find(({ name }) => name === `${prefix}HEAD`)?.follows ?? "";
    return follows.startsWith(prefix) ? [follows.slice(prefix.length)] : [];
  });
  const usual = [...remoteHeads, "main", "master"];
  const names = bare ? [current, ...usual] : [...usual, current];
  for (const name of names) {
    const branch = name === undefined ? undefined : branches.get(name);
    if (branch !== undefined) return branch.typed;
  }
  return "HEAD";
}

const WORD = "(?:releases?|rel|stable|branch|maint(?:enance)?|support|lts)";
const VERSION = "v?(?<version>\\d+(?:[._]\\d+)*)(?:[._][xX*])?";
const RELEASE_LIKE = [
  // release-1.2, release/1.2, release-v1.2.x, stable-1.2, release-1.12-mc, REL_15_STABLE
  new RegExp(`^${WORD}[-/_]?${VERSION}(?:[-_.+][^/]*)?$`, "i"),
  // v1.2.x, 1.2.x, 1.2-branch, v1.2-stable, 1.2
  new RegExp(`^${VERSION}(?:[-_/](?:branch|stable|release|maint(?:enance)?|support|lts))?$`, "i"),
  // stable, stable-edge
  /^stable(?:[-/_][^/]+)?$/i,
];

/** The numbers of a release-like branch's version, empty when it has none; null for other branches. */
export function releaseVersion(name: string): readonly number[] | null {
  for (const pattern of RELEASE_LIKE) {
    const match = pattern.exec(name);
    if (match !== null)
      return (match.groups?.version ?? "")
        .split(/[._]/)
        .filter((part) => part !== "")
        .map(Number);
  }
  return null;
}

/** 1.2 before 1.2.1 before 1.10; what has no version comes last. */
function compareVersions(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
