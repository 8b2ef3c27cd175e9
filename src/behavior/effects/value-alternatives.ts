import type { Expression } from "../../languages/index.js";
import { definitionsAt } from "../facts/definitions.js";
import { type Path, type Step, stepsBeyond } from "../facts/path.js";
import type { Scope } from "../facts/scope.js";

/** One thing a variable may have been given, and what must hold for that. */
export interface Alternative {
  /** Null for the zero value. */
  readonly value: { readonly expression: Expression; readonly scope: Scope } | null;
  readonly steps: readonly Step[];
}

/** More than these are not told apart. */
const MAXIMUM_ALTERNATIVES = 4;

/**
 * What an expression may be where it stands: itself, or for a variable that was
 * given a value before and another one in a branch, each of them under its
 * conditions. The last branch that was taken decides.
 */
export function alternativesOf(expression: Expression, scope: Scope, path: Path | null): readonly Alternative[] {
  const itself = [{ value: { expression, scope }, steps: [] }];
  if (expression.kind !== "name") return itself;
  const variable = scope.find(expression.name, expression.start);
  if (variable === null) return itself;
  const { assignments, initial } = definitionsAt(variable, scope, expression.start);
  const [first, ...others] = assignments;
  if (first !== undefined && others.length === 0 && !initial && first.kind === "value" && first.size === 1)
    return alternativesOf(first.value, first.scope, first.path);
  if (initial || others.length === 0 || assignments.length > MAXIMUM_ALTERNATIVES) return itself;
  const alternatives = assignments.map((assignment, index): Alternative | null => {
    if (assignment.kind === "unknown" || assignment.kind === "element" || assignment.at > expression.start) return null;
    if (assignment.kind === "value" && assignment.size !== 1) return null;
    const steps = stepsBeyond(assignment.path, path);
    if (index > 0 && steps.length === 0) return null;
    const later = assignments.slice(index + 1).map((each) => stepsBeyond(each.path, path));
    return {
      value: assignment.kind === "zero" ? null : { expression: assignment.value, scope: assignment.scope },
      steps: [...steps, ...later.map((taken): Step => ({ kind: "otherwise", steps: taken }))],
    };
  });
  const known = alternatives.filter((alternative) => alternative !== null);
  return known.length === alternatives.length ? known : itself;
}
