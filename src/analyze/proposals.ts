import type { RefBehavior } from "../behavior/index.js";
import type { CommitRecord, Repository } from "../git/index.js";
import { type Line, numbersOf, type Proposal } from "../history/index.js";
import type { Listener } from "./progress.js";
import type { Tree } from "./scan.js";
import type { LineStates } from "./timeline.js";
import { treesOf } from "./walk-line.js";

/** What a forge knows of a pull request. */
export interface PullRequestFacts {
  readonly state: "open" | "closed" | "merged";
  readonly title: string;
}

/** Looks pull requests up; numbers it cannot tell anything about are left out. */
export type PullRequestLookup = (numbers: readonly number[], listen: Listener) => Promise<ReadonlyMap<number, PullRequestFacts>>;

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
  const known = new Set(lines.flatMap(({ start, states }) => [start, ...states.map(({ tree }) => tree)].flatMap((tree) => tree.map(versionOf))));
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

/** The heads whose behavior no commit of the line has, against the behavior where they left it. */
export async function proposalsFrom(
  heads: readonly CandidateHead[],
  behaviors: readonly RefBehavior[],
  line: Line,
  tip: string,
  lookup: PullRequestLookup | null,
  repository: Repository,
  listen: Listener,
): Promise<Proposal[]> {
  const onLine = new Set([line.start, ...line.points.map(({ behavior }) => behavior)]);
  const fresh = heads.flatMap((head, index) => {
    const behavior = behaviors[index];
    return behavior === undefined || onLine.has(behavior) || behavior.problems.length > 0 ? [] : [{ ...head, behavior }];
  });
  const records = await repository.commitMessages(fresh.map(({ commit }) => commit));
  const facts = lookup === null ? new Map<number, PullRequestFacts>() : await lookup(fresh.map(({ number }) => number), listen);
  const proposals: Proposal[] = [];
  for (const [index, { number, commit, behavior }] of fresh.entries()) {
    const record = records[index];
    const base = await baseBehavior(commit, line, tip, repository);
    const known = facts.get(number);
    if (record == null || base === null || known?.state === "merged") continue;
    proposals.push({ number, record: known === undefined ? record : { ...record, subject: known.title }, state: known?.state ?? "open", base, head: behavior });
  }
  return proposals;
}

/** The behavior of the line where a head left it; null when it never was on it. */
async function baseBehavior(head: string, line: Line, tip: string, repository: Repository): Promise<RefBehavior | null> {
  const base = await repository.mergeBase(tip, head);
  if (base === null) return null;
  let found: RefBehavior | null = null;
  for (const { record, behavior } of line.points) {
    if (record.commit === base) return behavior;
    if (await repository.isAncestor(record.commit, base)) found = behavior;
    else break;
  }
  return found ?? line.start;
}
