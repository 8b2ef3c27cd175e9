import type { CommitRecord } from "../../git/index.js";
import { declares, readDeclaration } from "../lines/declared.js";
import { pullRequestsOf } from "../lines/pull-request.js";
import type { EventChange, EventState } from "./answer.js";
import { changesBetween, type Step } from "./changes.js";
import type { Line } from "./line.js";
import type { Deed } from "./relations.js";

/** A commit that changed the behavior, before it is related to others. */
export interface FoundEvent {
  readonly record: CommitRecord;
  /** Its own number first, then those of what it picks. */
  readonly numbers: readonly number[];
  readonly state: EventState;
  readonly changes: readonly EventChange[];
  readonly steps: readonly Step[];
}

/** The commits of a line that changed a cell or an operation, in the line's order. */
export function findEvents({ start, points }: Line): FoundEvent[] {
  let before = start;
  const events: FoundEvent[] = [];
  for (const { record, behavior } of points) {
    if (behavior === before) continue;
    const { changes, steps } = changesBetween(before, behavior);
    before = behavior;
    if (changes.length > 0) events.push({ record, numbers: numbersOf(record), state: "merged", changes, steps });
  }
  return events;
}

/** A merge says its number in the subject; a squash or a pick may say it in a trailer. */
export function numbersOf({ subject }: Pick<CommitRecord, "subject">): number[] {
  return pullRequestsOf(subject);
}

export function deedOf({ record, numbers, steps }: FoundEvent): Deed {
  const declaration = readDeclaration(record);
  return {
    commit: record.commit,
    pullRequest: numbers[0] ?? null,
    subject: record.subject,
    steps,
    declares: (earlier) =>
      declaration !== null && declares(declaration, earlier, earlier.pullRequest === null ? [] : [earlier.pullRequest]),
  };
}
