import { perObject } from "../../primitives/index.js";
import type { Pack, TriggerRule } from "../../rules/index.js";
import { isTelling } from "../paths/asks.js";
import type { Condition } from "../paths/condition.js";
import { atomsOf, type World } from "../paths/formula.js";
import type { ConstantLookup } from "../terms/constant-value.js";
import type { Term } from "../terms/term.js";
import { askedSubject } from "./asked-subject.js";
import { comparedSubject } from "./compared-subject.js";

/** One answer a subject may give, and the stage it stands for. */
export interface Candidate {
  readonly rule: TriggerRule;
  /** The trigger's value as reported: `Succeeded`. */
  readonly value: string;
  readonly world: World;
}

/** Something the code asks about that tells the stage: a phase it compares, a label it looks for. */
export interface Subject {
  readonly key: string;
  /** What the pattern's `$object` stood for; null where it does not say whose state it asks about. */
  readonly object: Term | null;
  readonly candidates: readonly Candidate[];
  /** The world in which it gives an answer that no trigger names; null when the triggers name them all. */
  readonly otherwise: World | null;
}

/** A subject with the innermost condition that asks about it. */
export interface PlacedSubject extends Subject {
  readonly condition: Condition;
}

/** The subjects that a path asks about, in the order of their innermost question. */
export function subjectsOf(conditions: readonly Condition[], pack: Pack): PlacedSubject[] {
  const subjects = new Map<string, PlacedSubject>();
  for (const condition of conditions.filter(isTelling)) {
    for (const atom of atomsOf(condition.formula)) {
      const subject = subjectOf(pack)(condition.home.constantOf)(atom);
      if (subject === null) continue;
      subjects.delete(subject.key);
      subjects.set(subject.key, { ...subject, condition });
    }
  }
  return [...subjects.values()];
}

/** By pack, by the file that knows the constants, by atom: most questions are asked again and again. */
const subjectOf = perObject((pack: Pack) =>
  perObject((constantOf: ConstantLookup) =>
    perObject(
      (atom: Term): Subject | null => comparedSubject(atom, constantOf, pack) ?? askedSubject(atom, constantOf, pack),
    ),
  ),
);
