import type { DifferenceKind } from "../../behavior/index.js";

/** How a cell or an operation changed. `operation` is set where the change is an operation's, or one call's. */
export interface EventChange {
  readonly stage: string | null;
  readonly operation: string | null;
  readonly kind: Exclude<DifferenceKind, "missing">;
  readonly before: string;
  readonly after: string;
  /** English; renderers build the sentence in the reader's language from the other fields. */
  readonly summary: string;
}

export type RelationKind = "undoes" | "restores" | "moves" | "relands" | "picks";

/** How an event stands to an earlier one. */
export interface Relation {
  readonly kind: RelationKind;
  readonly commit: string;
  readonly pullRequest: number | null;
  /** Full when nothing of the earlier event's changes is left out. */
  readonly extent: "full" | "partial";
  readonly stages: readonly string[];
  readonly operations: readonly string[];
  /** The event's own text says so. */
  readonly declared: boolean;
}

export type EventState = "merged" | "open" | "closed";

export interface TimelineEvent {
  readonly commit: string;
  readonly pullRequest: number | null;
  /** Other numbers the subject carries: the original's of a pick. */
  readonly alsoNumbered: readonly number[];
  /** The author's date, UTC. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly state: EventState;
  readonly changes: readonly EventChange[];
  readonly relations: readonly Relation[];
  /** Labels of a proposal, and the issues it closes; empty where GitHub was not asked. */
  readonly labels: readonly string[];
  readonly closes: readonly number[];
  /** Release branches that have the event, with the commit that brought it there. */
  readonly on: Readonly<Record<string, string>>;
}

/** What one cell held, step by step. */
export interface Chain {
  readonly stage: string;
  readonly steps: readonly ChainStep[];
}
export interface ChainStep {
  readonly value: string;
  readonly commit: string;
  readonly pullRequest: number | null;
  /** A proposal is no step the branch has taken. */
  readonly state: EventState;
}

/** How much of the history was seen. */
export interface Reach {
  /** Only files known from today's branches were followed, or every source file ever changed. */
  readonly mode: "seeded" | "deep";
  readonly commits: number;
  /** Where a shallow clone ends: nothing is known before it. */
  readonly shallowAt: string | null;
  /** What could not be read, as sentences. */
  readonly problems: readonly string[];
}

/** The JSON contract `volteface/timeline@1`; fields may be added, never changed. */
export interface Timeline {
  readonly format: "volteface/timeline@1";
  readonly behavior: string;
  readonly ref: string;
  /** In first-parent order, oldest first; proposals last, by number. */
  readonly events: readonly TimelineEvent[];
  readonly chains: readonly Chain[];
  readonly reach: Reach;
}
