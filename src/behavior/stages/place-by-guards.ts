import type { Pack } from "../../rules/index.js";
import type { Trigger } from "../matrix.js";
import { type Condition, isPossible, remaining } from "../paths/condition.js";
import { type Candidate, type Subject, subjectsOf } from "./subjects.js";

/** A stage that the conditions of a path lead to. */
export interface StagePlacement {
  readonly stage: string;
  readonly trigger: Trigger;
  /** What else must hold, seen from this stage. */
  readonly conditions: readonly Condition[];
}

/**
 * The stages in which a path can be taken. A subject decides when every answer
 * that lets the path through is one that the pack's triggers name; the innermost
 * such subject counts. Empty when the conditions leave the stage open, null when
 * they contradict each other, so that the path is never taken.
 */
export function placeByGuards(conditions: readonly Condition[], pack: Pack): StagePlacement[] | null {
  for (const subject of subjectsOf(conditions, pack).reverse()) {
    if (subject.otherwise !== null && isPossible(conditions, subject.otherwise)) continue;
    const possible = subject.candidates.filter((candidate) => isPossible(conditions, candidate.world));
    return possible.length > 0 ? placements(subject, possible, conditions, pack) : null;
  }
  return [];
}

function placements(
  subject: Subject,
  possible: readonly Candidate[],
  conditions: readonly Condition[],
  pack: Pack,
): StagePlacement[] {
  const expression = conditions[subject.position]?.text ?? subject.key;
  return pack.stages.flatMap((stage) => {
    const here = possible.filter(({ rule }) => rule.stage === stage);
    const [first] = here;
    if (first === undefined) return [];
    const value = [...new Set(here.map((candidate) => candidate.value))].join("|");
    return [
      { stage, trigger: { kind: first.rule.kind, value, expression }, conditions: remaining(conditions, first.world) },
    ];
  });
}
