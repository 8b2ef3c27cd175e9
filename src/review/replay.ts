import type { Finding } from "./finding.js";
import { isWorthAComment } from "./is-worth-a-comment.js";

/** A merge of the past, and what would have been said about it. */
export interface ReplayedMerge {
  readonly commit: string;
  readonly pullRequest: number | null;
  readonly subject: string;
  /** When it was merged, UTC. */
  readonly date: string;
  /** What a review has found, whether told or only counted. */
  readonly findings: readonly Finding[];
}

/** A comment that would have been made; its findings are those that it tells. */
export type ReplayedComment = ReplayedMerge;

/** `volteface/replay@1`: how much would have been said about the past, and what. */
export interface Replay {
  readonly format: "volteface/replay@1";
  readonly ref: string;
  readonly commit: string;
  readonly merges: number;
  /** Oldest first. */
  readonly comments: readonly ReplayedComment[];
  /** By month of the merge, `2026-02`, oldest first. */
  readonly months: readonly { readonly month: string; readonly merges: number; readonly comments: number }[];
  /** By name; `comments` counts those that a rule speaks in, `counted` findings of rules in monitor mode or without a comment. */
  readonly rules: readonly { readonly rule: string; readonly comments: number; readonly counted: number }[];
}

/** Adds up what would have been said; `merges` oldest first. */
export function tallyReplay(
  head: { readonly ref: string; readonly commit: string },
  merges: readonly ReplayedMerge[],
): Replay {
  const comments = merges.flatMap((merge): ReplayedComment[] =>
    isWorthAComment(merge) ? [{ ...merge, findings: merge.findings.filter(({ mode }) => mode !== "monitor") }] : [],
  );
  return {
    format: "volteface/replay@1",
    ...head,
    merges: merges.length,
    comments,
    months: monthsOf(merges, comments),
    rules: rulesOf(merges, comments),
  };
}

function monthsOf(merges: readonly ReplayedMerge[], comments: readonly ReplayedComment[]): Replay["months"] {
  const months = [...new Set(merges.map(monthOf))].sort();
  return months.map((month) => ({
    month,
    merges: merges.filter((merge) => monthOf(merge) === month).length,
    comments: comments.filter((comment) => monthOf(comment) === month).length,
  }));
}

function monthOf({ date }: { readonly date: string }): string {
  return date.slice(0, 7);
}

function rulesOf(merges: readonly ReplayedMerge[], comments: readonly ReplayedComment[]): Replay["rules"] {
  const found = merges.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  return [...new Set(found)].sort().map((rule) => {
    const spoken = comments.flatMap(({ findings }) => findings.filter((finding) => finding.rule === rule));
    return {
      rule,
      comments: comments.filter(({ findings }) => findings.some((finding) => finding.rule === rule)).length,
      counted: found.filter((each) => each === rule).length - spoken.length,
    };
  });
}
