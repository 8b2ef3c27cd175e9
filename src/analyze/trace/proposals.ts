import { behaviorKey, type RefBehavior } from "../../behavior/index.js";
import type { LineCommit, Repository } from "../../git/index.js";
import { type Line, numbersOf, type Proposal } from "../../history/index.js";
import type { Listener } from "../progress.js";
import type { Tree } from "../tree.js";
import { treesOfLine } from "./line-behaviors.js";
import { type LineStates, treesOf } from "./line-states.js";
import type { WalkedLines } from "./walk-lines.js";

/** What a forge knows of a pull request. */
export interface PullRequestFacts {
  readonly state: "open" | "closed" | "merged";
  readonly title: string;
  /** The branch it is meant for. */
  readonly base: string;
  readonly labels: readonly string[];
  /** Issues of the same repository that its description closes. */
  readonly closes: readonly number[];
  readonly mergeCommit: string | null;
}

/** Looks pull requests up; numbers it cannot tell anything about are left out. */
export type PullRequestLookup = (
  numbers: readonly number[],
  listen: Listener,
) => Promise<ReadonlyMap<number, PullRequestFacts>>;

/** The head of a pull request that may change the behavior. */
export interface CandidateHead {
  readonly number: number;
  readonly commit: string;
  readonly tree: Tree;
}

/**
 * The pull request heads in this clone that are not merged by number and hold a
 * version of a followed file that no branch ever had.
 */
export async function candidateHeads(
  followed: ReadonlySet<string>,
  lines: readonly LineStates[],
  commits: ReadonlyMap<string, LineCommit>,
  repository: Repository,
): Promise<CandidateHead[]> {
  const merged = new Set([...commits.values()].flatMap(numbersOf));
  const heads = (await repository.pullRequestHeads()).filter(({ number }) => !merged.has(number));
  if (heads.length === 0) return [];
  const known = new Set(lines.flatMap(treesOfLine).flatMap((tree) => tree.map(versionOf)));
  const trees = await treesOf(
    heads.map(({ commit }) => commit),
    followed,
    repository,
  );
  return heads.flatMap(({ number, commit }, index) => {
    const tree = trees[index] ?? [];
    return tree.some((entry) => !known.has(versionOf(entry))) ? [{ number, commit, tree }] : [];
  });
}

function versionOf({ path, blob }: Tree[number]): string {
  return `${blob} ${path}`;
}

/** A line of history that proposals may have left. */
export interface Trunk {
  readonly tip: string;
  readonly line: Line;
  readonly lines: WalkedLines;
}

/** The heads whose behavior no commit of the line has, against the behavior where they left it. Proposals to other branches are not the line's. */
export async function proposalsFrom(
  heads: readonly CandidateHead[],
  behaviors: readonly RefBehavior[],
  trunk: Trunk,
  lookup: PullRequestLookup | null,
  repository: Repository,
  listen: Listener,
): Promise<Proposal[]> {
  const { line } = trunk;
  const keyOf = keysOf();
  const onLine = new Set([line.start, ...line.points.map(({ behavior }) => behavior)].map(keyOf));
  const fresh = heads.flatMap((head, index) => {
    const behavior = behaviors[index];
    return behavior === undefined || onLine.has(keyOf(behavior)) || behavior.problems.length > 0
      ? []
      : [{ ...head, behavior }];
  });
  const commits = fresh.map(({ commit }) => commit);
  const records = await repository.commitMessages(commits);
  const parents = await repository.firstParents(commits);
  const numbers = fresh.map(({ number }) => number);
  const facts = lookup === null ? new Map<number, PullRequestFacts>() : await lookup(numbers, listen);
  const proposals: Proposal[] = [];
  for (const [index, { number, commit, behavior }] of fresh.entries()) {
    const record = records[index];
    const known = facts.get(number);
    const base =
      record == null || known?.state === "merged" ? null : await baseBehavior(commit, parents, trunk, repository);
    if (record == null || base === null) continue;
    proposals.push({
      number,
      record: known === undefined ? record : { ...record, subject: known.title },
      state: known?.state === "closed" ? "closed" : "open",
      labels: known?.labels ?? [],
      closes: known?.closes ?? [],
      base,
      head: behavior,
    });
  }
  return proposals;
}

/** Behavior keys, each made once. */
function keysOf(): (behavior: RefBehavior) => string {
  const keys = new Map<RefBehavior, string>();
  return (behavior) => {
    const key = keys.get(behavior) ?? behaviorKey(behavior);
    keys.set(behavior, key);
    return key;
  };
}

/** The behavior of the line where a head left it; null for a head that left another branch. */
async function baseBehavior(
  head: string,
  parents: ReadonlyMap<string, LineCommit>,
  { tip, line, lines: { main, branches } }: Trunk,
  repository: Repository,
): Promise<RefBehavior | null> {
  for (
    let at: string | null = head;
    at !== null && main.positionOf(at) === null;
    at = parents.get(at)?.parent ?? null
  ) {
    const commit = at;
    if (branches.some((branch) => branch.positionOf(commit) !== null)) return null;
  }
  // The head may have merged the line since: what counts is the latest common commit.
  const base = await repository.mergeBase(tip, head);
  const position = base === null ? null : main.positionOf(base);
  if (position === null) return null;
  const isBefore = (commit: string): boolean => (main.positionOf(commit) ?? Number.POSITIVE_INFINITY) <= position;
  return line.points.findLast(({ record }) => isBefore(record.commit))?.behavior ?? line.start;
}
