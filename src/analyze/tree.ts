import type { RefBehavior } from "../behavior/index.js";
import type { SourceEntry } from "../git/index.js";
import type { Pack } from "../rules/index.js";

/** One tree to be evaluated: its source files. */
export type Tree = readonly SourceEntry[];

export interface TreeBehaviors {
  readonly pack: Pack;
  /** In the order of the trees; trees with the same sources share one value. */
  readonly behaviors: readonly RefBehavior[];
  /** The pack's own names occur somewhere. */
  readonly applies: boolean;
}

/**
 * When two trees count as having the same sources: the same blobs, so that every
 * line number is right, or the same declarations, wherever in their files they
 * stand. The second is enough for history, and shared by many more trees.
 */
export type Sameness = "blobs" | "declarations";
