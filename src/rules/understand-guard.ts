import type { Expression } from "../languages/index.js";
import type { GuardLiteral, GuardRule } from "./hazard.js";
import type { Pattern } from "./pack.js";

type Clauses = GuardRule["clauses"];

/** Distributing alternatives over each other multiplies them. */
const MAXIMUM_CLAUSES = 64;

/**
 * One of the patterns holds, as clauses of which all must hold, each a list of
 * literals of which one must: https://en.wikipedia.org/wiki/Conjunctive_normal_form.
 * Null when there would be too many.
 */
export function clausesOf(patterns: readonly Pattern[]): Clauses | null {
  return patterns.map((pattern) => clauses(pattern, pattern.expression, true)).reduce<Clauses | null>(either, [[]]);
}

function clauses(pattern: Pattern, expression: Expression, holds: boolean): Clauses | null {
  if (expression.kind === "unary" && expression.operator === "!") return clauses(pattern, expression.operand, !holds);
  if (expression.kind !== "binary") return [[literal(pattern, expression, holds)]];
  const { operator, left, right } = expression;
  if (operator === "!=") return [[literal(pattern, { ...expression, operator: "==" }, !holds)]];
  if (operator !== "&&" && operator !== "||") return [[literal(pattern, expression, holds)]];
  const [a, b] = [clauses(pattern, left, holds), clauses(pattern, right, holds)];
  if ((operator === "||") === holds) return either(a, b);
  return a === null || b === null ? null : limited([...a, ...b]);
}

function either(a: Clauses | null, b: Clauses | null): Clauses | null {
  if (a === null || b === null || a.length * b.length > MAXIMUM_CLAUSES) return null;
  return a.flatMap((left) => b.map((right) => [...left, ...right]));
}

function limited(found: Clauses): Clauses | null {
  return found.length > MAXIMUM_CLAUSES ? null : found;
}

function literal({ text }: Pattern, expression: Expression, holds: boolean): GuardLiteral {
  return { pattern: { text, expression }, holds };
}
