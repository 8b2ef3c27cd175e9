import type { EventChange, Relation, Timeline, TimelineEvent } from "../../history/index.js";
import type { RelationFields } from "../locales/en/timeline.js";
import type { Messages } from "../locales/index.js";
import { day, refer } from "../refer.js";
import { prose, type Text } from "../text.js";

/** One event takes another back. */
export interface Undo {
  readonly event: TimelineEvent;
  readonly relation: Relation;
}

/**
 * The undo that a reader in a hurry should know: what is done counts for more
 * than what starts it, and that more than conditions; of equals the latest.
 */
export function undoThatMatters({ events }: Timeline): Undo | null {
  let best: { undo: Undo; weight: number } | null = null;
  for (const event of events.filter(({ state }) => state === "merged")) {
    for (const relation of event.relations.filter(({ kind }) => kind === "undoes")) {
      const weight = weightOf(event, relation);
      if (best === null || weight >= best.weight) best = { undo: { event, relation }, weight };
    }
  }
  return best?.undo ?? null;
}

export function undoText({ event, relation }: Undo, messages: Messages, webUrl: string | null): Text {
  const who = { by: refer(event, webUrl), date: prose(day(event.date)) };
  const fields = relationFields(event, relation, messages, webUrl);
  return isOnlyDeclared(relation)
    ? messages.timeline.saysTookBack({ ...who, what: fields.what })
    : messages.timeline.tookBack({ ...fields, ...who });
}

export function relationFields(
  event: TimelineEvent,
  relation: Relation,
  messages: Messages,
  webUrl: string | null,
): RelationFields {
  const { stages, operations } = relation;
  const say = messages.matrix.headline;
  return {
    what: refer(relation, webUrl),
    all: relation.extent === "full",
    places:
      stages.length > 0 ? say.atStages(stages) : operations.length > 0 ? say.inOperations(operations) : ([] as Text),
    operations,
    onlyConditions: weightOf(event, relation) === WEIGHTS.guards,
    declared: relation.declared,
  };
}

/** The event's text names another one, but nothing returns to what it was before that. */
export function isOnlyDeclared({ declared, stages, operations }: Relation): boolean {
  return declared && stages.length === 0 && operations.length === 0;
}

const WEIGHTS: Readonly<Record<EventChange["kind"], number>> = { guards: 1, trigger: 2, effects: 3, calls: 3 };

/** The weight of the weightiest change that makes the relation; 0 when only words make it. */
function weightOf({ changes }: TimelineEvent, { stages, operations }: Relation): number {
  const concerned = changes.filter(({ stage, operation }) =>
    stage === null ? operation !== null && operations.includes(operation) : stages.includes(stage),
  );
  return Math.max(0, ...concerned.map(({ kind }) => WEIGHTS[kind]));
}
