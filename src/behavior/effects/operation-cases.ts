import type { Scalar } from "../matrix.js";
import { atomsOf, evaluate, type World } from "../paths/formula.js";
import type { FunctionInstance } from "../program/program.js";
import { constantValue } from "../terms/match.js";
import type { Term } from "../terms/term.js";
import type { SummaryEffect } from "./summary.js";

/** A parameter whose value decides which effects happen. */
export interface DecidingParameter {
  readonly index: number;
  readonly name: string;
  /** The values that are told apart, in the order the source asks for them; for a boolean false before true. */
  readonly values: readonly Scalar[];
}

/** More combinations than this are not told apart. */
const MAXIMUM_CASES = 16;

/** The parameters that decide an operation's effects. */
export function decidingParameters(instance: FunctionInstance, effects: readonly SummaryEffect[]): DecidingParameter[] {
  const found = new Map<number, { name: string; values: Set<Scalar> }>();
  const note = (term: Term & { kind: "parameter" }, ...values: Scalar[]): void => {
    const known = found.get(term.index) ?? { name: term.name, values: new Set<Scalar>() };
    for (const value of values) known.values.add(value);
    found.set(term.index, known);
  };
  const { constantOf } = instance.standing;
  for (const atom of effects.flatMap((effect) =>
    effect.conditions.flatMap((condition) => atomsOf(condition.formula)),
  )) {
    if (atom.kind === "parameter" && atom.type === "bool") note(atom, false, true);
    if (atom.kind !== "binary" || atom.operator !== "==") continue;
    for (const [side, other] of [
      [atom.left, atom.right],
      [atom.right, atom.left],
    ] as const) {
      const value = constantValue(other, constantOf);
      // `name == ""` validates; it does not choose.
      if (side.kind === "parameter" && value !== null && value !== "") note(side, value);
    }
  }
  const deciding = [...found]
    .sort(([a], [b]) => a - b)
    .map(([index, { name, values }]) => ({ index, name, values: withOthers(name, [...values], instance, effects) }))
    .filter((parameter) => chooses(parameter, instance, effects));
  return deciding.reduce((product, { values }) => product * values.length, 1) <= MAXIMUM_CASES ? deciding : [];
}

/** Stands for all values that the source does not name. */
const ANY_OTHER = "*";

/** The named values, and the rest where anything happens under it. */
function withOthers(
  name: string,
  values: Scalar[],
  instance: FunctionInstance,
  effects: readonly SummaryEffect[],
): Scalar[] {
  if (values.some((value) => typeof value === "boolean")) return values;
  const happening = values.filter((value) => effectsIn(effects, caseWorld({ [name]: value }, instance)).length > 0);
  if (happening.length === 0) return [];
  return effectsIn(effects, caseWorld({ [name]: ANY_OTHER }, instance)).length > 0
    ? [...happening, ANY_OTHER]
    : happening;
}

/** A value that only lets nothing happen is a precondition, which is a guard and no case. */
function chooses(
  { name, values }: DecidingParameter,
  instance: FunctionInstance,
  effects: readonly SummaryEffect[],
): boolean {
  if (values.some((value) => typeof value === "boolean")) return true;
  return values.some((value) => effectsIn(effects, caseWorld({ [name]: value }, instance)).length > 0);
}

/** Every combination of deciding values; one empty combination when nothing decides. */
export function casesOf(parameters: readonly DecidingParameter[]): Readonly<Record<string, Scalar>>[] {
  return parameters.reduce<Record<string, Scalar>[]>(
    (cases, { name, values }) => cases.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
}

/** The world in which the named parameters have these values. */
export function caseWorld(when: Readonly<Record<string, Scalar>>, instance: FunctionInstance): World {
  const { constantOf } = instance.standing;
  return (term) => {
    if (term.kind === "parameter" && typeof when[term.name] === "boolean") return when[term.name] === true;
    if (term.kind !== "binary" || term.operator !== "==") return null;
    for (const [side, other] of [
      [term.left, term.right],
      [term.right, term.left],
    ] as const) {
      const value = constantValue(other, constantOf);
      const given = side.kind === "parameter" ? when[side.name] : undefined;
      if (given !== undefined && value !== null) return String(given) === value;
    }
    return null;
  };
}

/** The effects that may happen in a case. */
export function effectsIn(effects: readonly SummaryEffect[], world: World): SummaryEffect[] {
  return effects.filter(({ conditions }) => conditions.every(({ formula }) => evaluate(formula, world) !== false));
}
