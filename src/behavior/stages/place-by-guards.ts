import type { Pack } from "../../rules/index.js";
import type { Trigger } from "../matrix.js";
import { type Condition, isCertain, isPossible, remaining } from "../paths/condition.js";
import { dependsOnLoop, type World } from "../paths/formula.js";
import { areApart } from "../terms/apart.js";
import type { Term } from "../terms/term.js";
import { type Candidate, type PlacedSubject, subjectsOf } from "./subjects.js";

/** A stage that the conditions of a path lead to. */
export interface StagePlacement {
  readonly stage: string;
  readonly trigger: Trigger;
  /** What else must hold, seen from this stage. */
  readonly conditions: readonly Condition[];
  /** What is so at this stage. */
  readonly world: World;
}

export interface GuardedStages {
  readonly placements: readonly StagePlacement[];
  /** The path can be taken elsewhere, too. */
  readonly isOpen: boolean;
}

/**
 * The stages in which a path can be taken. A subject decides when every answer
 * that lets the path through is one that the pack's triggers name, and not every
 * answer does; the innermost such subject counts. Where none decides, an answer
 * that is enough by itself (`phase == Failed || forced`) still tells of its stage.
 *
 * @param object whose state it is about; what another object is asked says nothing
 */
export function placeByGuards(conditions: readonly Condition[], object: Term | null, pack: Pack): GuardedStages {
  const subjects = subjectsOf(conditions, pack)
    .filter((subject) => subject.object === null || object === null || !areApart(subject.object, object))
    .reverse();
  for (const subject of subjects) {
    const possible = subject.candidates.filter(({ world }) => isPossible(conditions, world));
    const decides =
      subject.otherwise === null
        ? possible.length < subject.candidates.length
        : !isPossible(conditions, subject.otherwise);
    if (decides && possible.length > 0)
      return { placements: placements(subject, possible, conditions, pack), isOpen: false };
  }
  for (const subject of subjects) {
    const enough = subject.candidates.filter((candidate) => isEnough(candidate, subject, conditions));
    if (enough.length > 0) return { placements: placements(subject, enough, conditions, pack), isOpen: true };
  }
  return { placements: [], isOpen: true };
}

/** The answer settles the subject's condition, which not every answer does. */
function isEnough({ world }: Candidate, subject: PlacedSubject, conditions: readonly Condition[]): boolean {
  const { condition, candidates, otherwise } = subject;
  const others = otherwise === null ? candidates.map((each) => each.world) : [otherwise];
  // What a loop has asked of its elements says nothing of the one at hand.
  if (dependsOnLoop(condition.formula)) return false;
  const isAlways = others.every((other) => isCertain(condition, other));
  return !isAlways && isCertain(condition, world) && isPossible(conditions, world);
}

function placements(
  { condition: { text: expression } }: PlacedSubject,
  possible: readonly Candidate[],
  conditions: readonly Condition[],
  pack: Pack,
): StagePlacement[] {
  return pack.stages.flatMap((stage) => {
    const here = possible.filter(({ rule }) => rule.stage === stage);
    const [first] = here;
    if (first === undefined) return [];
    const { world, rule } = first;
    const value = [...new Set(here.map((candidate) => candidate.value))].join("|");
    return [
      { stage, trigger: { kind: rule.kind, value, expression }, conditions: remaining(conditions, world), world },
    ];
  });
}
