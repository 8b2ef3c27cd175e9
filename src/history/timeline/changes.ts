import { type Change, compareBehaviors, NOTHING, type RefBehavior } from "../../behavior/index.js";
import type { EventChange } from "./answer.js";

/**
 * One thing that an event changed, as values that later events can be compared
 * with: a cell's calls, their effects, their trigger, or a single condition that
 * came or went.
 */
export interface Step {
  /** Equal for the same thing at any time: stage or operation, and what of it. */
  readonly facet: string;
  readonly stage: string | null;
  readonly operation: string | null;
  /** The cell it is in: of a stage, and there of one subject. */
  readonly cell: string;
  readonly kind: EventChange["kind"];
  readonly before: string;
  readonly after: string;
}

/** Everything in which two behaviors differ, as steps from the first to the second. */
export function stepsBetween(before: RefBehavior, after: RefBehavior): Step[] {
  return compareBehaviors(before, after).flatMap(stepsOf);
}

/** What one tree's behavior has that its predecessor's has not. */
export function changesBetween(before: RefBehavior, after: RefBehavior): { changes: EventChange[]; steps: Step[] } {
  const found = compareBehaviors(before, after);
  const moved = new Set(found.flatMap(({ stage, kind }) => (kind === "guards" || kind === "effects" ? [] : [stage])));
  // Where a call came, went or moved, the conditions around it are those of its new place.
  const steps = found.filter(({ stage, kind }) => kind !== "guards" || !moved.has(stage)).flatMap(stepsOf);
  return { changes: found.map(viewChange), steps };
}

function viewChange(change: Change): EventChange {
  const { stage, operation, before, after } = change;
  const kind = kindOf(change);
  return { stage, operation, kind, before, after, summary: summaryOf(change) };
}

/** A cell that was or becomes empty is a change of its calls. */
function kindOf({ kind }: Change): EventChange["kind"] {
  return kind === "missing" ? "calls" : kind;
}

function summaryOf({ stage, operation, before, after, kind }: Change): string {
  const where = [stage ?? "", operation ?? ""].filter((part) => part !== "").join(", ");
  const what = kind === "guards" ? "conditions " : kind === "trigger" ? "trigger " : "";
  if (before === NOTHING) return `${where}: ${what}${after} is new.`;
  return after === NOTHING ? `${where}: ${what}${before} is gone.` : `${where}: ${what}${before} becomes ${after}.`;
}

function stepsOf(change: Change): Step[] {
  const { stage, operation, call, before, after } = change;
  const kind = kindOf(change);
  const cell = `${stage ?? ""}\n${change.subject}`;
  const facet = `${cell}\n${call ?? operation ?? ""}\n${kind}`;
  if (kind !== "guards") return [{ facet, stage, operation, cell, kind, before, after }];
  const step = (key: string, gained: boolean): Step => ({
    facet: `${facet}\n${key}`,
    stage,
    operation,
    cell,
    kind,
    before: gained ? NOTHING : key,
    after: gained ? key : NOTHING,
  });
  return [...change.lost.map((key) => step(key, false)), ...change.gained.map((key) => step(key, true))];
}
