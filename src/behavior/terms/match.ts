import type { Expression } from "../../languages/index.js";
import type { Pattern } from "../../rules/index.js";
import { type ConstantLookup, constantValue } from "./constant-value.js";
import type { Term } from "./term.js";
import { typeText } from "./type-text.js";

/** What the metavariables of a pattern stood for. */
export type Captures = ReadonlyMap<string, Term>;

/**
 * Matches a pattern against a term. `$_` matches anything, `$name` anything and
 * keeps it, `$...` any further arguments. Constants match by value,
 * a qualifier (`controllerutil.`) by its last name only: aliases are the
 * business of imports.
 */
export function matchPattern(pattern: Pattern, term: Term, constantOf: ConstantLookup): Captures | null {
  const captured: Captured = [];
  return matches(pattern.expression, term, constantOf, captured) ? new Map(captured) : null;
}

/** A list, since most terms do not match, and a map for each would take longer than the asking. */
type Captured = [name: string, term: Term][];

function matches(pattern: Expression, term: Term, constantOf: ConstantLookup, captured: Captured): boolean {
  const match = (inner: Expression, other: Term): boolean => matches(inner, other, constantOf, captured);
  if (pattern.kind === "name" && pattern.name.startsWith("$")) {
    if (pattern.name !== "$_") captured.push([pattern.name.slice(1), term]);
    return true;
  }
  if (term.kind === "unary" && (term.operator === "&" || term.operator === "*") && pattern.kind !== "unary")
    return match(pattern, term.operand);
  switch (pattern.kind) {
    case "literal":
      return constantValue(term, constantOf) === pattern.value;
    case "name":
      if (pattern.name === "nil" || pattern.name === "true" || pattern.name === "false")
        return term.kind === "constant" && term.value === pattern.name;
      return (
        (term.kind === "symbol" || term.kind === "local" || term.kind === "parameter") && term.name === pattern.name
      );
    case "member":
      if (pattern.name !== "$_" && !("name" in term && term.name === pattern.name)) return false;
      if (term.kind === "member") return match(pattern.object, term.object);
      if (term.kind !== "symbol" || term.qualifier === null) return false;
      return (
        pattern.object.kind === "name" &&
        (pattern.object.name.startsWith("$") || pattern.object.name === term.qualifier)
      );
    case "index": {
      const index = pattern.indices[0];
      return (
        term.kind === "index" && index !== undefined && match(index, term.index) && match(pattern.object, term.object)
      );
    }
    case "call":
      return (
        term.kind === "call" &&
        match(pattern.callee, term.callee) &&
        matchArguments(pattern.arguments, term.arguments, match)
      );
    case "unary":
      return term.kind === "unary" && term.operator === pattern.operator && match(pattern.operand, term.operand);
    case "binary":
      if (term.kind !== "binary" || term.operator !== pattern.operator) return false;
      if (match(pattern.left, term.left) && match(pattern.right, term.right)) return true;
      return (
        (term.operator === "==" || term.operator === "!=") &&
        match(pattern.left, term.right) &&
        match(pattern.right, term.left)
      );
    case "assertion":
      return (
        term.kind === "assertion" &&
        match(pattern.object, term.object) &&
        (pattern.type === null || typeText(pattern.type) === term.type)
      );
    default:
      return false;
  }
}

function matchArguments(
  patterns: readonly Expression[],
  terms: readonly Term[],
  match: (p: Expression, t: Term) => boolean,
): boolean {
  const rest = patterns.findIndex((pattern) => pattern.kind === "name" && pattern.name === "$...");
  if (rest < 0 ? patterns.length !== terms.length : terms.length < rest) return false;
  return patterns.slice(0, rest < 0 ? undefined : rest).every((pattern, index) => {
    const term = terms[index];
    return term !== undefined && match(pattern, term);
  });
}
