import { NOTHING, type RefBehavior } from "../behavior/index.js";
import type { EventChange, Relation, TimelineEvent } from "../history/index.js";
import type { EarlierChange, Sighting, UndoneCell } from "./finding.js";

/**
 * The earlier changes that an event takes back, by its cells. What is done
 * deserves attention; that only a condition, a trigger or a second place returned, less.
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
      const answered = earlier.find(({ commit }) => commit === relation.commit);
      const undone = earlierChange(relation, answered);
      const cells = changes.map((change) => cellOf(change, answered?.changes ?? []));
      return {
        relation,
        sighting: {
          facts: { rule: "undoes", extent: relation.extent, by: "behavior", undone, cells },
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

function cellOf(change: EventChange, earlier: readonly EventChange[]): UndoneCell {
  const { stage, operation, kind } = change;
  const own = earlier.find((each) => each.stage === stage && each.operation === operation && each.kind === kind);
  const { before, after } = kind === "guards" && own !== undefined ? returned(change, own) : change;
  return { stage, operation, kind, before, after };
}

type Sides = Pick<EventChange, "before" | "after">;

/** Of the conditions that came and went those that came or went the other way before; all where their words differ. */
function returned({ before, after }: Sides, earlier: Sides): Sides {
  const common = (text: string, other: string): string => {
    const others = other.split(SEPARATOR);
    return (
      text
        .split(SEPARATOR)
        .filter((each) => others.includes(each))
        .join(SEPARATOR) || NOTHING
    );
  };
  const sides = { before: common(before, earlier.after), after: common(after, earlier.before) };
  return sides.before === NOTHING && sides.after === NOTHING ? { before, after } : sides;
}

/** Between conditions in a change's text. */
const SEPARATOR = "; ";

/** That the same call is made at one place more or less is no other behavior. */
function changesWhatIsDone({ kind, before, after }: EventChange): boolean {
  return kind === "effects" || (kind === "calls" && withoutRepeats(before) !== withoutRepeats(after));
}

function withoutRepeats(calls: string): string {
  const each = calls.split(ARROW);
  return each.filter((call, index) => call !== each[index - 1]).join(ARROW);
}

/** Between the calls of a cell's text. */
const ARROW = " → ";

function earlierChange({ commit, pullRequest }: Relation, event: TimelineEvent | undefined): EarlierChange {
  return { commit, pullRequest, subject: event?.subject ?? "", closes: event?.closes ?? [] };
}

/** Where the head does what it does at the stage now. */
function placeOf(head: RefBehavior, stage: string | null): { file: string | null; line: number | null } {
  const call = head.stages.find((each) => each.stage === stage)?.calls[0]?.call;
  return { file: call?.file ?? null, line: call?.line ?? null };
}
