import type { Difference } from "./matrix.js";

/** The two places in the source that make a difference, side by side. */
export interface Evidence {
  readonly difference: Difference;
  /** The first ref; null where it has nothing to show. */
  readonly left: Snippet | null;
  readonly right: Snippet | null;
}

export interface Snippet {
  readonly ref: string;
  readonly commit: string;
  readonly file: string;
  /** 1-based. */
  readonly startLine: number;
  readonly lines: readonly string[];
}
