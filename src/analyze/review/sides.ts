import type { CommitRecord, Repository, ResolvedRef } from "../../git/index.js";
import type { Remark } from "../../review/index.js";
import type { Listener } from "../progress.js";
import type { ReviewRequest } from "./request.js";

/** The two sides of a change, and the branches beside them. */
export interface Sides {
  /** As typed, at its tip; null when head is judged alone. */
  readonly base: ResolvedRef | null;
  readonly head: ResolvedRef;
  /** Where head left base: what the change is compared with. */
  readonly before: ResolvedRef | null;
  readonly mergeBase: string | null;
  readonly others: readonly ResolvedRef[];
  readonly remarks: readonly Remark[];
}

/** Resolves what was typed. A change is compared with the commit where it left its base, as GitHub does. */
export async function resolveSides(request: ReviewRequest, repository: Repository, listen: Listener): Promise<Sides> {
  const { head: typedHead, against } = request;
  const typedBase = await baseOf(request, repository, listen);
  const names = against.length > 0 ? against : await repository.defaultRefs();
  const others = names.filter((name) => name !== typedBase && name !== typedHead);
  const [head, ...rest] = await repository.resolve([typedHead, ...(typedBase === null ? [] : [typedBase]), ...others]);
  if (head === undefined) throw new Error("a resolved ref for each that was asked");
  if (typedBase === null) return { base: null, head, before: null, mergeBase: null, others: rest, remarks: [] };
  const [base, ...beside] = rest;
  if (base === undefined) throw new Error("a resolved ref for each that was asked");
  const mergeBase = await repository.mergeBase(base.commit, head.commit);
  const before = { ref: base.ref, commit: mergeBase ?? base.commit };
  return { base, head, before, mergeBase, others: beside, remarks: remarksOn(base, head, mergeBase) };
}

/** A pull request is compared with the branch that it is meant for: GitHub's word, else the default branch. */
async function baseOf(
  { base, number, pullRequests }: ReviewRequest,
  repository: Repository,
  listen: Listener,
): Promise<string | null> {
  if (base !== null || number === null) return base;
  const facts = await pullRequests?.([number], listen);
  return facts?.get(number)?.base ?? (await repository.defaultRefs())[0] ?? null;
}

function remarksOn(base: ResolvedRef, head: ResolvedRef, mergeBase: string | null): Remark[] {
  const fields = { base: base.ref, head: head.ref };
  if (mergeBase === null) return [{ code: "no-common-history", fields }];
  return mergeBase === head.commit ? [{ code: "nothing-new", fields }] : [];
}

/** Base and head, in the order in which they are scanned. */
export function changedRefs({ head, before }: Sides): ResolvedRef[] {
  return [...(before === null ? [] : [before]), head];
}

/** Base, head and the branches beside them, in the order in which they are scanned. */
export function refsOf(sides: Sides): ResolvedRef[] {
  return [...changedRefs(sides), ...sides.others];
}

/** So many commits of a change are read for what they declare. */
const MOST_COMMITS = 250;

/** The commits of a change, newest first. */
export async function commitsOf({ head, mergeBase }: Sides, repository: Repository): Promise<CommitRecord[]> {
  if (mergeBase === null || mergeBase === head.commit) return [];
  const commits: CommitRecord[] = [];
  for await (const { changes: _, shallow: __, ...record } of repository.history(head.commit, {
    until: mergeBase,
    firstParent: false,
  })) {
    commits.push(record);
    if (commits.length === MOST_COMMITS) break;
  }
  return commits;
}
