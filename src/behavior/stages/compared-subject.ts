import type { Pack, Pattern, TriggerRule } from "../../rules/index.js";
import type { World } from "../paths/formula.js";
import { type ConstantLookup, constantValue } from "../terms/constant-value.js";
import { matchPattern } from "../terms/match.js";
import type { Term } from "../terms/term.js";
import { termKey } from "../terms/term-key.js";
import type { Subject } from "./subjects.js";

type ConstantTrigger = TriggerRule & { readonly when: { readonly kind: "constant" } };

/** `phase == Succeeded`: the other side of a trigger's constant. */
export function comparedSubject(atom: Term, constantOf: ConstantLookup, pack: Pack): Subject | null {
  const rules = pack.triggers.filter((rule): rule is ConstantTrigger => rule.when.kind === "constant");
  for (const [subject, constant] of sidesOf(atom)) {
    if (subject.kind === "constant" || !rules.some((rule) => names(rule, constant, subject, constantOf))) continue;
    const key = termKey(subject, constantOf);
    const answering = (chosen: ConstantTrigger | null): World => answeringWorld(key, chosen, constantOf);
    const candidates = rules.map((rule) => ({
      rule,
      value: shownAs(rule, constant, constantOf),
      world: answering(rule),
    }));
    return { key, object: null, candidates, otherwise: answering(null) };
  }
  return null;
}

/** The world in which the subject is the chosen constant, or none that a trigger names. */
function answeringWorld(key: string, chosen: ConstantTrigger | null, constantOf: ConstantLookup): World {
  return (term) => {
    for (const [side, other] of sidesOf(term)) {
      if ((other.kind !== "symbol" && other.kind !== "constant") || termKey(side, constantOf) !== key) continue;
      return chosen !== null && names(chosen, other, side, constantOf);
    }
    return null;
  };
}

/** Both ways to read `a == b`. */
function sidesOf(atom: Term): readonly (readonly [Term, Term])[] {
  if (atom.kind !== "binary" || atom.operator !== "==") return [];
  return [
    [atom.left, atom.right],
    [atom.right, atom.left],
  ];
}

/** The constant is the trigger's: by its name, or by its value where the pack says what is compared. */
function names({ when }: ConstantTrigger, constant: Term, subject: Term, constantOf: ConstantLookup): boolean {
  const { name, value, subject: pattern } = when;
  if (constant.kind === "symbol" && constant.name === name)
    return pattern === null || matchesLoosely(pattern, subject, constantOf);
  if (value === null || pattern === null || (constant.kind !== "constant" && constant.kind !== "symbol")) return false;
  return constantValue(constant, constantOf) === value && matchPattern(pattern, subject, constantOf) !== null;
}

/** A parameter or a local that carries the subject has lost its origin: its constant identifies it well enough. */
function matchesLoosely(pattern: Pattern, subject: Term, constantOf: ConstantLookup): boolean {
  return CARRIERS.has(subject.kind) || matchPattern(pattern, subject, constantOf) !== null;
}
const CARRIERS: ReadonlySet<Term["kind"]> = new Set(["parameter", "local", "part", "call", "element", "symbol"]);

function shownAs({ when }: ConstantTrigger, written: Term, constantOf: ConstantLookup): string {
  if (when.value !== null) return when.value;
  const qualifier = written.kind === "symbol" ? written.qualifier : null;
  return constantOf(qualifier, when.name) ?? when.name;
}
