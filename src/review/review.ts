import type { EventChange, Relation } from "../history/index.js";
import type { Finding } from "./finding.js";

/** A change or relation of one behavior, since a review combines all that apply. */
export interface ReviewedChange extends EventChange {
  readonly behavior: string;
}
export interface ReviewedRelation extends Relation {
  readonly behavior: string;
}

/** A finding that somebody has answered for: told as a fact, with the reason, and no warning. */
export interface StatedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** `revert` the change's own text declares the revert; `trailer` a Volteface-Intent; `disposition` accepted or ignored before. */
  readonly by: "revert" | "trailer" | "disposition";
  /** Who, where it is known. */
  readonly who: string | null;
}

export interface RefAndCommit {
  readonly ref: string;
  readonly commit: string;
}

/** The JSON contract `volteface/review@1`; fields may be added, never changed. */
export interface Review {
  readonly format: "volteface/review@1";
  /** Null when head is judged alone. */
  readonly base: RefAndCommit | null;
  readonly head: RefAndCommit;
  /** Where head left base: what the change is compared with. Null without base, and for unrelated histories, which `remarks` tells. */
  readonly mergeBase: string | null;
  readonly behaviors: readonly string[];
  readonly changes: readonly ReviewedChange[];
  readonly relations: readonly ReviewedRelation[];
  /** What the change introduces (with `all`, or without base, what stands on head), in the order in which it should be read. */
  readonly findings: readonly Finding[];
  /** Findings of the base that the head no longer has. */
  readonly resolved: readonly ResolvedFinding[];
  readonly stated: readonly StatedFinding[];
  /** How many findings head has that base has, too. */
  readonly standing: number;
  /** What could not be seen, as codes with fields. */
  readonly remarks: readonly Remark[];
}

/** Something that limits what could be seen; the locales have the words. */
export interface Remark {
  readonly code: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

/** A finding that the change makes go away; `asBefore` is the change that made the same go away on another branch. */
export interface ResolvedFinding {
  readonly finding: Finding;
  readonly asBefore: { readonly ref: string; readonly commit: string; readonly pullRequest: number | null } | null;
}
