import type { RefBehavior } from "../../behavior/index.js";
import type { CommitRecord } from "../../git/index.js";
import type { EventState } from "./answer.js";

/** A pull request that is not part of the line. */
export interface Proposal {
  readonly number: number;
  /** Its head; the subject is the pull request's title where that is known. */
  readonly record: CommitRecord;
  /** Without GitHub's word for it a proposal counts as open. */
  readonly state: EventState;
  readonly labels: readonly string[];
  /** Issues that its description closes. */
  readonly closes: readonly number[];
  /** The behavior where it left the line, and at its head. */
  readonly base: RefBehavior;
  readonly head: RefBehavior;
}
