import type { Relation, TimelineEvent } from "./answer.js";
import type { FoundEvent } from "./find-events.js";

/** An event as people see it. */
export function viewEvent(
  { record, numbers, state, changes }: FoundEvent,
  relations: readonly Relation[],
  on: Record<string, string>,
): TimelineEvent {
  const [pullRequest = null, ...alsoNumbered] = numbers;
  const { commit, authorDate: date, author, subject } = record;
  return {
    commit,
    pullRequest,
    alsoNumbered,
    date,
    author,
    subject,
    state,
    changes,
    relations,
    labels: [],
    closes: [],
    on,
  };
}
