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
      const subject = subjectOf(atom, condition.home.constantOf, pack);
      if (subject === null) continue;
      subjects.delete(subject.key);
      subjects.set(subject.key, { ...subject, condition });
    }
  }
  return [...subjects.values()];
}

/** By pack, by the file that knows the constants, by atom: most questions are asked again and again. */
const known = new WeakMap<Pack, WeakMap<ConstantLookup, WeakMap<Term, Subject | null>>>();

function subjectOf(atom: Term, constantOf: ConstantLookup, pack: Pack): Subject | null {
  const byFile = inside(known, pack, () => new WeakMap<ConstantLookup, WeakMap<Term, Subject | null>>());
  const byAtom = inside(byFile, constantOf, () => new WeakMap<Term, Subject | null>());
  return inside(byAtom, atom, () => comparedSubject(atom, constantOf, pack) ?? askedSubject(atom, constantOf, pack));
}

function inside<Key extends object, Value>(map: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const before = map.get(key);
  if (before !== undefined) return before;
  const value = make();
  map.set(key, value);
  return value;
}
