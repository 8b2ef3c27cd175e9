import type { Call, Expression } from "../../languages/index.js";
import type { Pack } from "../../rules/index.js";
import type { Scope } from "../facts/scope.js";
import { lowerTerm } from "../terms/lower-term.js";
import { constantValue, matchPattern } from "../terms/match.js";
import { type ConstantLookup, printTerm } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";

/**
 * What is written to a key: text with holes for the parameters of the function
 * that writes it. `known` text is a symbol of the pack or a constant, the rest
 * is Go as written; a hole is `known` when its text is a symbol of the pack.
 */
export type ValueText = readonly Piece[];
interface Piece {
  readonly text: string;
  readonly known: boolean;
  /** Filled from the call; absent for plain text. */
  readonly parameter?: number;
}

/** The means to name values in one function. */
export interface Naming {
  readonly values: Pack["values"];
  readonly scope: Scope;
  readonly constantOf: ConstantLookup;
  readonly print: (expression: Expression) => string;
}

/** The readable form of a value text; holes show what they have. */
export function renderValue(value: ValueText): string {
  return value.map(({ text }) => text).join("");
}

/**
 * A value text as a caller sees it. A symbol or constant that the caller passes
 * fills a hole; where it passes something without a name, the hole's own symbol
 * says more than the caller's text.
 */
export function fillHoles(value: ValueText, passed: readonly ValueText[]): ValueText {
  return value.flatMap((piece): ValueText => {
    if (piece.parameter === undefined) return [piece];
    const given = passed[piece.parameter];
    if (given === undefined) return [{ text: piece.text, known: piece.known }];
    if (!piece.known || given.every(({ known }) => known)) return given;
    const [only] = given;
    return only?.parameter === undefined
      ? [{ text: piece.text, known: true }]
      : [{ ...only, text: piece.text, known: true }];
  });
}

/** Locals and calls are followed this far to name a value. */
const MAXIMUM_DEPTH = 8;

/** Names what is written: through the pack's symbols, constants, Sprintf and locals assigned once, else as canonical text. */
export function valueText(expression: Expression, naming: Naming, depth = 0): ValueText {
  const { scope, constantOf } = naming;
  const term = lowerTerm(expression, scope);
  const symbol = symbolOf(expression, term, naming);
  const binding = expression.kind === "name" ? scope.find(expression.name, expression.start) : null;
  if (binding !== null && typeof binding.origin === "object") {
    return [{ text: symbol ?? binding.name, known: symbol !== null, parameter: binding.origin.parameter }];
  }
  const constant = symbol ?? constantValue(term, constantOf);
  if (constant !== null) return [{ text: constant, known: true }];
  const followed = depth < MAXIMUM_DEPTH ? followedValue(expression, naming, depth) : null;
  return followed ?? [{ text: textOf(expression, term, naming), known: false }];
}

function textOf(expression: Expression, term: Term, { print }: Naming): string {
  return term.kind === "member" || term.kind === "symbol" ? printTerm(term) : print(expression);
}

/** Looks through locals, concatenation, formatting and conversions; null where there is nothing to look through. */
function followedValue(expression: Expression, naming: Naming, depth: number): ValueText | null {
  const follow = (each: Expression): ValueText => valueText(each, naming, depth + 1);
  switch (expression.kind) {
    case "name": {
      const assignments = naming.scope.find(expression.name, expression.start)?.assignments ?? [];
      const only = assignments.length === 1 ? assignments[0] : undefined;
      if (only?.kind !== "value" || only.size !== 1) return null;
      return valueText(only.value, { ...naming, scope: only.scope }, depth + 1);
    }
    case "binary": {
      // Only texts are joined; of numbers the sum is shown as written.
      if (expression.operator !== "+" || isSum(expression)) return null;
      return [...follow(expression.left), ...follow(expression.right)];
    }
    case "unary":
      return expression.operator === "&" || expression.operator === "*" ? follow(expression.operand) : null;
    case "call":
      return calledValue(expression, naming, follow);
    default:
      return null;
  }
}

function isSum({ left, right }: Expression & { kind: "binary" }): boolean {
  return [left, right].some((side) => side.kind === "literal" && side.type === "number");
}

function calledValue(
  { callee, arguments: values }: Call,
  naming: Naming,
  follow: (expression: Expression) => ValueText,
): ValueText | null {
  const [first, ...rest] = values;
  if (first === undefined) return null;
  const constantOf = (expression: Expression | undefined): string | null =>
    expression === undefined ? null : constantValue(lowerTerm(expression, naming.scope), naming.constantOf);
  if (isFunction(callee, "fmt", "Sprintf")) {
    const format = constantOf(first);
    return format === null ? null : formatted(format, rest.map(follow));
  }
  if (isFunction(callee, "strings", "Join") && first.kind === "composite") {
    const separator = constantOf(rest[0]);
    if (separator === null) return null;
    return first.entries.flatMap(({ value }, index) => [
      ...(index === 0 ? [] : [{ text: separator, known: true }]),
      ...follow(value),
    ]);
  }
  // string(x): a conversion keeps the value.
  return callee.kind === "name" && callee.name === "string" && rest.length === 0 ? follow(first) : null;
}

function isFunction(callee: Expression, qualifier: string, name: string): boolean {
  return (
    callee.kind === "member" &&
    callee.name === name &&
    callee.object.kind === "name" &&
    callee.object.name === qualifier
  );
}

/** fmt.Sprintf with plain verbs; widths and flags are kept out of the text. https://pkg.go.dev/fmt#hdr-Printing */
function formatted(format: string, values: readonly ValueText[]): ValueText {
  let next = 0;
  return format.split(/(%[-+# 0]*[\d.]*[a-zA-Z%])/).flatMap((piece): ValueText => {
    if (piece === "") return [];
    if (piece === "%%") return [{ text: "%", known: true }];
    const value = piece.startsWith("%") ? values[next++] : undefined;
    return value ?? [{ text: piece, known: true }];
  });
}

function symbolOf(expression: Expression, term: Term, { values, constantOf }: Naming): string | null {
  for (const { symbol, patterns } of values) {
    for (const pattern of patterns) {
      const named = pattern.expression.kind === "name" && !pattern.expression.name.startsWith("$");
      const matches = named
        ? expression.kind === "name" &&
          pattern.expression.kind === "name" &&
          pattern.expression.name === expression.name
        : matchPattern(pattern, term, constantOf) !== null;
      if (matches) return symbol;
    }
  }
  return null;
}
