import type { RefBehavior } from "../../behavior/index.js";
import type { CommitRecord } from "../../git/index.js";

/** A commit on a line of history, and the behavior after it. */
export interface Point {
  readonly record: CommitRecord;
  readonly behavior: RefBehavior;
}

/** A branch's own part of history: the behavior it starts from, and the commits that may have changed it, oldest first. */
export interface Line {
  readonly start: RefBehavior;
  readonly points: readonly Point[];
}
