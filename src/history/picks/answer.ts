/** Where a change is and is not: the witnesses' part of the JSON contract `volteface/backports@1`. */
import type { Remark } from "../lines/answer.js";

export type PickStatus = "present" | "partial" | "missing" | "not-applicable" | "reverted";

/** A reason to believe that a change is on a ref. */
export type Witness = "ancestor" | "trailer" | "number" | "patch-id" | "similarity" | "behavior";

/** What is known of one change on one ref. */
export interface Pick {
  readonly status: PickStatus;
  /** The commit on the ref that brought the change; null when no single one did. */
  readonly commit: string | null;
  /** In the order of the type; empty when nothing speaks for the change. */
  readonly witnesses: readonly Witness[];
  /** The commit on the ref that took the change back last; null when none did. */
  readonly revertedBy: string | null;
  /** Weighted share of the change that the commit holds, two decimals; null when nobody looked at lines. */
  readonly contained: number | null;
}

export interface PickedChange {
  readonly commit: string;
  readonly pullRequest: number | null;
  readonly subject: string;
  /** By ref as typed. */
  readonly on: Readonly<Record<string, Pick>>;
}

export interface Picks {
  readonly changes: readonly PickedChange[];
  readonly remarks: readonly Remark[];
}
