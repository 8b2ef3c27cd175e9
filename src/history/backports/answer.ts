import type { BranchPolicy } from "./branch-policy.js";

export type BackportStatus = "present" | "partial" | "missing" | "not-applicable" | "reverted";

/** A reason to believe that a change is present on a ref, strongest first; behavior decides where it can. */
export type Witness = "behavior" | "ancestor" | "trailer" | "number" | "patch-id" | "similarity";

export interface BackportMark {
  readonly status: BackportStatus;
  /** The commit that brought the change there; null when none is known. */
  readonly commit: string | null;
  readonly witnesses: readonly Witness[];
  /** There only for a gap that no maintainer is asked about, with what was said about the branch. */
  readonly asked?: false;
  readonly policy?: BranchPolicy;
}

export interface BackportChange {
  readonly commit: string;
  readonly pullRequest: number | null;
  readonly subject: string;
  /** The source branch has since moved on: nothing of this change is in force there any more. */
  readonly superseded: boolean;
  readonly on: Readonly<Record<string, BackportMark>>;
}

/** The JSON contract `volteface/backports@1`; fields may be added, never changed. */
export interface Backports {
  readonly format: "volteface/backports@1";
  /** Null for commits that were asked for without a pack. */
  readonly behavior: string | null;
  readonly from: string;
  readonly refs: readonly string[];
  /** Oldest first. */
  readonly changes: readonly BackportChange[];
}
