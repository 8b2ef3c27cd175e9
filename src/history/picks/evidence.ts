import type { PickStatus, Witness } from "./answer.js";

/** A commit of the ref that holds the change, or part of it. */
export interface FoundPick {
  readonly commit: string;
  /** Rises along the history: parents before children. */
  readonly order: number;
  readonly witnesses: readonly Exclude<Witness, "ancestor" | "behavior">[];
  /** Weighted share of the change that it holds, 0 to 1. */
  readonly contained: number;
  /** See `wholeLikeness`. */
  readonly likeness: number;
}

/** A commit of the ref that takes the change, or a pick of it, back. */
export interface FoundRevert {
  readonly commit: string;
  readonly order: number;
}

/** How the files of the ref look to the change, whatever its history says. Weights as in the line index. */
export interface FilesThere {
  /** The change creates all its files. */
  readonly createsAll: boolean;
  /** At least one file that the change modifies is on the ref. */
  readonly anyFile: boolean;
  readonly addedWorth: number;
  readonly removedWorth: number;
  /** Weighted share of the added, and of the removed lines that stand in the files of the ref. */
  readonly addedThere: number;
  readonly removedThere: number;
}

/** All that speaks for or against a change being on a ref. */
export interface Evidence {
  /** The order of the change itself where it is in the history of the ref, else null. */
  readonly ancestor: number | null;
  readonly picks: readonly FoundPick[];
  readonly reverts: readonly FoundRevert[];
  /** Null when nobody looked. */
  readonly files: FilesThere | null;
  /** What the behavior of the code says; it overrules the rest. Null when no pack applies. */
  readonly behavior: PickStatus | null;
}
