import type { RefBehavior } from "../../behavior/index.js";
import type { CommitRecord } from "../../git/index.js";
import type { TimelineEvent } from "./answer.js";
import { changesBetween } from "./changes.js";
import { deedOf, type FoundEvent, findEvents, numbersOf } from "./find-events.js";
import type { Line } from "./line.js";
import { relationsOf } from "./relations.js";
import { viewEvent } from "./view-event.js";

/** A commit, a range or a pull request, with the behaviors around it. */
export interface BehaviorChange {
  readonly record: CommitRecord;
  readonly before: RefBehavior;
  readonly after: RefBehavior;
}

/** A change as the next event of a line, and the events before it. */
export interface EventOnLine {
  readonly event: TimelineEvent;
  readonly earlier: readonly TimelineEvent[];
}

/** What a change does to cells, and how it stands to the earlier events of the line it is made on; null when it changes none. */
export function eventOnLine(line: Line, { record, before, after }: BehaviorChange): EventOnLine | null {
  const { changes, steps } = changesBetween(before, after);
  if (changes.length === 0) return null;
  const found = findEvents(line);
  const event: FoundEvent = { record, numbers: numbersOf(record), state: "merged", changes, steps };
  return {
    event: viewEvent(event, relationsOf(deedOf(event), found.map(deedOf)), {}),
    earlier: found.map((each) => viewEvent(each, [], {})),
  };
}
