import type { CommitRecord, HistoryCommit, PathFilter, Repository, SourceEntry } from "../git/index.js";
import type { Tree } from "./tree.js";

/** The first-parent commits of a ref, oldest first, with the files they changed. */
export interface WalkedLine {
  readonly ref: string;
  readonly commits: readonly HistoryCommit[];
  /** The commit of another line from which this one left; null for a line of its own. */
  readonly fork: string | null;
  /** Where a shallow clone ends; the line starts with that commit's tree. */
  readonly shallowAt: string | null;
}

/** Walks a ref's first parents back to the root, or to the commit where it left another line. */
export async function walkLine(
  ref: string,
  from: string,
  isElsewhere: (commit: string) => boolean,
  accept: PathFilter,
  repository: Repository,
): Promise<WalkedLine> {
  const commits: HistoryCommit[] = [];
  let shallowAt: string | null = null;
  let fork: string | null = null;
  for await (const commit of repository.history(from)) {
    if (isElsewhere(commit.commit)) {
      fork = commit.commit;
      break;
    }
    // Of a commit only the files that can matter are kept: histories are long.
    commits.push({ ...commit, changes: commit.changes.filter(({ path }) => accept(path)) });
    if (commit.shallow) shallowAt = commit.commit;
  }
  return { ref, commits: commits.reverse(), fork, shallowAt };
}

/** A commit of a line with the followed files as they are after it. */
export interface State {
  readonly record: CommitRecord;
  readonly tree: Tree;
}

/** The states of a line in which a followed file changed, beginning from the files it started with. */
export function statesOf({ commits }: WalkedLine, start: Tree, follows: (path: string) => boolean): State[] {
  const files = new Map(start.map(({ path, blob }) => [path, blob]));
  const states: State[] = [];
  for (const commit of commits) {
    const changes = commit.changes.filter(({ path }) => follows(path));
    if (changes.length === 0) continue;
    for (const { path, after } of changes) {
      if (after === null) files.delete(path);
      else files.set(path, after);
    }
    states.push({ record: commit, tree: treeOf(files) });
  }
  return states;
}

function treeOf(files: ReadonlyMap<string, string>): Tree {
  return [...files].map(([path, blob]): SourceEntry => ({ path, blob })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Lists only the followed files of commits. */
export async function treesOf(
  commits: readonly string[],
  followed: ReadonlySet<string>,
  repository: Repository,
): Promise<Tree[]> {
  const directories = new Set<string>();
  for (const path of followed) {
    for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) directories.add(path.slice(0, at + 1));
  }
  const snapshots = await repository.snapshots(commits, (path) =>
    path.endsWith("/") ? directories.has(path) : followed.has(path),
  );
  return snapshots.map(({ entries }) => [...entries].sort((a, b) => (a.path < b.path ? -1 : 1)));
}
