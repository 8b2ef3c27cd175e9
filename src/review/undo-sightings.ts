import type { RefBehavior } from "../behavior/index.js";
import type { EventChange, Relation, TimelineEvent } from "../history/index.js";
import type { EarlierChange, Sighting, UndoneCell } from "./finding.js";

/**
 * The earlier changes that an event takes back, by its cells. What is done
 * deserves attention; that only a condition or a trigger returned, less.
 */
export function undoSightings(
  event: TimelineEvent,
  earlier: readonly TimelineEvent[],
  head: RefBehavior,
): { readonly sighting: Sighting; readonly relation: Relation }[] {
  return event.relations
    .filter(({ kind, stages, operations }) => kind === "undoes" && stages.length + operations.length > 0)
    .map((relation) => {
      const changes = concerned(event.changes, relation);
      const [stage = null] = relation.stages;
      const place = placeOf(head, stage);
      const undone = earlierChange(relation, earlier);
      return {
        relation,
        sighting: {
          facts: { rule: "undoes", extent: relation.extent, by: "behavior", undone, cells: changes.map(cellOf) },
          severity: changes.some(changesWhatIsDone) ? "warning" : "notice",
          stage,
          ...place,
          places: [{ commit: relation.commit, file: null, line: null }],
          identity: ["undoes", relation.commit, ...relation.stages, ...relation.operations],
        },
      };
    });
}

function concerned(changes: readonly EventChange[], { stages, operations }: Relation): EventChange[] {
  return changes.filter(({ stage, operation }) =>
    stage === null ? operation !== null && operations.includes(operation) : stages.includes(stage),
  );
}

function cellOf({ stage, operation, kind, before, after }: EventChange): UndoneCell {
  return { stage, operation, kind, before, after };
}

function changesWhatIsDone({ kind }: EventChange): boolean {
  return kind === "calls" || kind === "effects";
}

function earlierChange({ commit, pullRequest }: Relation, events: readonly TimelineEvent[]): EarlierChange {
  const event = events.find((each) => each.commit === commit);
  return { commit, pullRequest, subject: event?.subject ?? "", closes: event?.closes ?? [] };
}

/** Where the head does what it does at the stage now. */
function placeOf(head: RefBehavior, stage: string | null): { file: string | null; line: number | null } {
  const call = head.stages.find((each) => each.stage === stage)?.calls[0]?.call;
  return { file: call?.file ?? null, line: call?.line ?? null };
}
