import type { HistoryCommit, PathFilter, Repository, SourceEntry } from "../../git/index.js";
import type { Tree } from "../tree.js";
import type { WalkedLine, WalkedLines } from "./walk-lines.js";

/** A commit of a line with the followed files as they are after it. */
export interface State {
  readonly record: HistoryCommit;
  readonly tree: Tree;
}

/** A line's followed files: at its start, and after each commit that changed one. */
export interface LineStates {
  readonly start: Tree;
  readonly states: readonly State[];
}

/** The states of the main line, then of each branch since it left that line. */
export async function statesOfLines(
  { main, branches }: WalkedLines,
  changes: ReadonlyMap<string, HistoryCommit>,
  followed: ReadonlySet<string>,
  repository: Repository,
): Promise<LineStates[]> {
  const follows = (path: string): boolean => followed.has(path);
  const ends = [main, ...branches].flatMap(({ fork, shallowAt }) =>
    fork === null && shallowAt !== null ? [shallowAt] : [],
  );
  const beginnings = await treesOf(ends, followed, repository);
  const startOf = ({ shallowAt }: WalkedLine): Tree => beginnings[ends.indexOf(shallowAt ?? "")] ?? [];
  const trunk = statesOf(main, startOf(main), changes, follows);
  return [
    trunk,
    ...branches.map((branch) =>
      statesOf(branch, branch.fork === null ? startOf(branch) : treeAt(branch.fork, main, trunk), changes, follows),
    ),
  ];
}

/** The followed files as a commit of a line has them. */
function treeAt(commit: string, line: WalkedLine, { start, states }: LineStates): Tree {
  const position = line.positionOf(commit) ?? -1;
  const isBefore = ({ record }: State): boolean => (line.positionOf(record.commit) ?? 0) <= position;
  return states.findLast(isBefore)?.tree ?? start;
}

function statesOf(
  { commits }: WalkedLine,
  start: Tree,
  changes: ReadonlyMap<string, HistoryCommit>,
  follows: PathFilter,
): LineStates {
  const files = new Map(start.map(({ path, blob }) => [path, blob]));
  const states = commits.flatMap((commit): State[] => {
    const record = changes.get(commit);
    const own = record?.changes.filter(({ path }) => follows(path)) ?? [];
    if (record === undefined || own.length === 0) return [];
    for (const { path, after } of own) {
      if (after === null) files.delete(path);
      else files.set(path, after);
    }
    return [{ record, tree: treeOf(files) }];
  });
  return { start, states };
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
