import type { BackportMark, BackportStatus, Backports } from "./answer.js";
import { type BranchPolicy, type ChangeWords, mayBeAsked } from "./branch-policy.js";

export interface Policies {
  /** What is said about a branch, as the answer names it; null for nothing. */
  readonly policyOf: (ref: string) => BranchPolicy | null;
  /** The day on which is asked, `2026-03-31`. */
  readonly day: string;
  /** More than the subject, where it is known. */
  readonly wordsOf: (commit: string) => ChangeWords | null;
}

const GAPS: readonly BackportStatus[] = ["missing", "partial", "reverted"];

/** The same facts, with gaps marked that no maintainer needs to be asked about. */
export function applyPolicies(backports: Backports, { policyOf, day, wordsOf }: Policies): Backports {
  const changes = backports.changes.map((change) => {
    const words = wordsOf(change.commit) ?? change;
    const judge = ([ref, mark]: [string, BackportMark]): [string, BackportMark] => {
      const policy = GAPS.includes(mark.status) ? policyOf(ref) : null;
      return [ref, policy === null || mayBeAsked(policy, words, day) ? mark : { ...mark, asked: false, policy }];
    };
    return { ...change, on: Object.fromEntries(Object.entries(change.on).map(judge)) };
  });
  return { ...backports, changes };
}
