import type { Condition } from "../paths/condition.js";
import { formulaOfTerm, not } from "../paths/formula.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { FALSE, type Term, TRUE } from "../terms/term.js";
import { returnedValues } from "./returned-values.js";

/** What a helper may return, and under which conditions. */
export interface Outcome {
  readonly values: readonly Term[];
  readonly conditions: readonly Condition[];
}

/** All outcomes of a helper; null when some return is not understood. */
export function outcomesOf(helper: FunctionInstance): Outcome[] | null {
  const returned = returnedValues(helper);
  return returned === null ? null : returned.flatMap((outcome) => decided(outcome, helper));
}

/** A boolean that is itself a condition becomes two outcomes. */
function decided({ values, conditions }: Outcome, helper: FunctionInstance): Outcome[] {
  const { results } = helper.facts.declaration;
  const index = values.findIndex((value, at) => value.kind !== "constant" && results[at]?.type === "bool");
  const value = values[index];
  if (value === undefined) return [{ values, conditions }];
  return [TRUE, FALSE].flatMap((truth) => {
    const condition = conditionOn(value, truth === TRUE, helper);
    return decided({ values: values.with(index, truth), conditions: [...conditions, condition] }, helper);
  });
}

/** The condition that a value of a function is true, or false. */
export function conditionOn(value: Term, holds: boolean, home: FunctionInstance): Condition {
  const formula = formulaOfTerm(value);
  const text = holds ? home.name : `!${home.name}`;
  const place = { file: home.file, line: home.line, function: home.name };
  return { formula: holds ? formula : not(formula), text, required: text, exit: null, place, home };
}
