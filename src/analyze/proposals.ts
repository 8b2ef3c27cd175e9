import { behaviorKey, type RefBehavior } from "../behavior/index.js";
import type { CommitRecord, Repository } from "../git/index.js";
import { type Line, numbersOf, type Proposal } from "../history/index.js";
import type { Listener } from "./progress.js";
import type { LineStates } from "./trace-history.js";
import type { Tree } from "./tree.js";
import { treesOf } from "./walk-line.js";

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
  commits: ReadonlySet<CommitRecord>,
  repository: Repository,
): Promise<CandidateHead[]> {
  const merged = new Set([...commits].flatMap(numbersOf));
  const heads = (await repository.pullRequestHeads()).filter(({ number }) => !merged.has(number));
  if (heads.length === 0) return [];
  const known = new Set(
    lines.flatMap(({ start, states }) =>
      [start, ...states.map(({ tree }) => tree)].flatMap((tree) => tree.map(versionOf)),
    ),
  );
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
  /** The place of a commit on it, or null. */
  readonly positionOf: (commit: string) => number | null;
  /** The commit belongs to another branch. */
  readonly isElsewhere: (commit: string) => boolean;
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
  const records = await repository.commitMessages(fresh.map(({ commit }) => commit));
  const numbers = fresh.map(({ number }) => number);
  const facts = lookup === null ? new Map<number, PullRequestFacts>() : await lookup(numbers, listen);
  const proposals: Proposal[] = [];
  for (const [index, { number, commit, behavior }] of fresh.entries()) {
    const record = records[index];
    const known = facts.get(number);
    const base = record == null || known?.state === "merged" ? null : await baseBehavior(commit, trunk, repository);
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
  { tip, line, positionOf, isElsewhere }: Trunk,
  repository: Repository,
): Promise<RefBehavior | null> {
  for await (const { commit } of repository.history(head)) {
    if (isElsewhere(commit)) return null;
    if (positionOf(commit) !== null) break;
  }
  // The head may have merged the line since: what counts is the latest common commit.
  const base = await repository.mergeBase(tip, head);
  const position = base === null ? null : positionOf(base);
  if (position === null) return null;
  const before = line.points.filter(
    ({ record }) => (positionOf(record.commit) ?? Number.POSITIVE_INFINITY) <= position,
  );
  return before.at(-1)?.behavior ?? line.start;
}
