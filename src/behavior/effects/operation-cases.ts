import type { Scalar } from "../matrix.js";
import { type Condition, remaining } from "../paths/condition.js";
import { atomsOf, evaluate, type World } from "../paths/formula.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { constantValue } from "../terms/constant-value.js";
import type { Term, TermOf } from "../terms/term.js";
import type { SummaryEffect } from "./summary.js";

/** A parameter whose value decides which effects happen. */
export interface DecidingParameter {
  readonly index: number;
  readonly name: string;
  /** The values that are told apart: for a boolean false before true, else in the order of the source. */
  readonly values: readonly Scalar[];
}

/** Parameters with their values. */
export type Case = Readonly<Record<string, Scalar>>;

/** Any value that is not among those told apart. */
const ANY_OTHER = "*";

/** More combinations than this are not told apart. */
const MAXIMUM_CASES = 16;

/** The parameters that decide an operation's effects. */
export function decidingParameters(effects: readonly SummaryEffect[]): DecidingParameter[] {
  const found = askedParameters(effects)
    .map((parameter) => withAnyOther(parameter, effects))
    .filter((parameter) => chooses(parameter, effects));
  return found.reduce((product, { values }) => product * values.length, 1) <= MAXIMUM_CASES ? found : [];
}

/** The parameters that conditions compare with constants, by position. */
function askedParameters(effects: readonly SummaryEffect[]): DecidingParameter[] {
  const found = new Map<number, { name: string; values: Set<Scalar> }>();
  const note = ({ index, name }: TermOf<"parameter">, ...values: Scalar[]): void => {
    const known = found.get(index) ?? { name, values: new Set<Scalar>() };
    for (const value of values) known.values.add(value);
    found.set(index, known);
  };
  for (const { formula, home } of effects.flatMap((effect) => effect.conditions)) {
    for (const atom of atomsOf(formula)) {
      if (atom.kind === "parameter" && atom.type === "bool") note(atom, false, true);
      for (const [side, other] of sidesOf(atom)) {
        const value = constantValue(other, home.constantOf);
        // `name == ""` validates; it does not choose.
        if (side.kind === "parameter" && value !== null && value !== "") note(side, value);
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([index, { name, values }]) => ({ index, name, values: [...values] }));
}

/** Both ways to read `a == b`. */
function sidesOf(atom: Term): readonly (readonly [Term, Term])[] {
  if (atom.kind !== "binary" || atom.operator !== "==") return [];
  return [
    [atom.left, atom.right],
    [atom.right, atom.left],
  ];
}

function withAnyOther(parameter: DecidingParameter, effects: readonly SummaryEffect[]): DecidingParameter {
  if (parameter.values.some((value) => typeof value === "boolean")) return parameter;
  const rest = effectsIn(effects, { [parameter.name]: ANY_OTHER });
  return rest.length === 0 ? parameter : { ...parameter, values: [...parameter.values, ANY_OTHER] };
}

/** A value that only lets nothing happen is a precondition, which is a guard and no case. */
function chooses({ name, values }: DecidingParameter, effects: readonly SummaryEffect[]): boolean {
  if (values.some((value) => typeof value === "boolean")) return true;
  return values.some((value) => value !== ANY_OTHER && effectsIn(effects, { [name]: value }).length > 0);
}

/** Every combination of deciding values; one empty combination when nothing decides. */
export function casesOf(parameters: readonly DecidingParameter[]): Case[] {
  return parameters.reduce<Record<string, Scalar>[]>(
    (cases, { name, values }) => cases.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
}

/** The world in which the named parameters have these values, for a condition of a file that knows its constants. */
function caseWorld(when: Case, { constantOf }: FunctionInstance): World {
  return (term) => {
    if (term.kind === "parameter" && typeof when[term.name] === "boolean") return when[term.name] === true;
    for (const [side, other] of sidesOf(term)) {
      const value = constantValue(other, constantOf);
      const given = side.kind === "parameter" ? when[side.name] : undefined;
      if (given !== undefined && value !== null) return String(given) === value;
    }
    return null;
  };
}

/** The effects that may happen in a case. */
export function effectsIn(effects: readonly SummaryEffect[], when: Case): SummaryEffect[] {
  return effects.filter(({ conditions }) =>
    conditions.every(({ formula, home }) => evaluate(formula, caseWorld(when, home)) !== false),
  );
}

/** The conditions that still ask something in a case. */
export function remainingIn(conditions: readonly Condition[], when: Case): Condition[] {
  return conditions.flatMap((condition) => remaining([condition], caseWorld(when, condition.home)));
}
