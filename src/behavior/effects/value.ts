import type { Call, Expression } from "../../languages/index.js";
import { definitionsAt } from "../facts/definitions.js";
import type { Scope, Binding as Variable } from "../facts/scope.js";
import { type ConstantLookup, constantValue } from "../terms/constant-value.js";
import { lowerTerm } from "../terms/lower-term.js";
import { printTerm } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import { termKey } from "../terms/term-key.js";
import type { ValueSymbols } from "./value-symbols.js";

/**
 * What is written to a key: text with holes for the parameters of the function
 * that writes it. `known` text is a symbol of the pack or a constant, the rest
 * is Go as written; a hole is `known` when its text is a symbol of the pack.
 */
export type ValueText = readonly Piece[];
interface Piece {
  readonly text: string;
  readonly known: boolean;
  /** The text is a name of the pack for something that only a run of the program knows. */
  readonly symbol?: boolean;
  /** Filled from the call; absent for plain text. */
  readonly parameter?: number;
  /** What the text means, where it is Go as written. */
  readonly term?: Term;
}

/** The means to name values in one function. */
export interface Naming {
  readonly symbols: ValueSymbols;
  readonly scope: Scope;
  readonly constantOf: ConstantLookup;
  readonly print: (expression: Expression) => string;
}

/** The readable form of a value text; holes show what they have. */
export function renderValue(value: ValueText): string {
  return value.map(({ text }) => text).join("");
}

/** The form by which values are compared: what is Go as written counts by its meaning, not by its names. */
export function valueKey(value: ValueText, constantOf: ConstantLookup): string {
  return value
    .map(({ text, known, term }) => (known || term === undefined ? text : termKey(term, constantOf)))
    .join("");
}

/**
 * A value text as a caller sees it. A symbol or constant that the caller passes
 * fills a hole; where it passes something without a name, the hole's own symbol
 * says more than the caller's text.
 */
export function fillHoles(value: ValueText, passed: readonly ValueText[], meaning: (term: Term) => Term): ValueText {
  return value.flatMap((piece): ValueText => {
    const own: Piece = piece.term === undefined ? piece : { ...piece, term: meaning(piece.term) };
    if (own.parameter === undefined) return [own];
    const { parameter, ...plain } = own;
    const given = passed[parameter];
    if (given === undefined) return [plain];
    if (!own.known || given.every(({ known }) => known)) return given;
    const [only] = given;
    return only?.parameter === undefined
      ? [{ text: own.text, known: true, symbol: true }]
      : [{ ...only, text: own.text, known: true, symbol: true }];
  });
}

/** Locals and calls are followed this far to name a value. */
const MAXIMUM_DEPTH = 8;

/** Names what is written: through the pack's symbols, constants, Sprintf and locals, else as canonical text. */
export function valueText(expression: Expression, naming: Naming, depth = 0): ValueText {
  const { scope, constantOf } = naming;
  const term = lowerTerm(expression, scope);
  const symbol = naming.symbols.symbolOf(term, expression.kind === "name" ? expression.name : null, constantOf);
  if (term.kind === "parameter" && expression.kind === "name")
    return [
      { text: symbol ?? term.name, known: symbol !== null, symbol: symbol !== null, parameter: term.index, term },
    ];
  if (symbol !== null) return [{ text: symbol, known: true, symbol: true }];
  const constant = constantValue(term, constantOf);
  if (constant !== null) return [{ text: constant, known: true }];
  const followed = depth < MAXIMUM_DEPTH ? followedValue(expression, naming, depth) : null;
  return followed ?? [{ text: textOf(expression, term, naming), known: false, term }];
}

function textOf(expression: Expression, term: Term, { print }: Naming): string {
  return term.kind === "member" || term.kind === "symbol" ? printTerm(term) : print(expression);
}

/** Looks through locals, concatenation, formatting and conversions; null where there is nothing to look through. */
function followedValue(expression: Expression, naming: Naming, depth: number): ValueText | null {
  const follow = (each: Expression): ValueText => valueText(each, naming, depth + 1);
  switch (expression.kind) {
    case "name":
      return variableValue(expression, naming, depth);
    case "binary":
      // Only texts are joined; the sum of numbers is shown as written.
      if (expression.operator !== "+" || isNumber(expression.left) || isNumber(expression.right)) return null;
      return [...follow(expression.left), ...follow(expression.right)];
    case "unary":
      return expression.operator === "&" || expression.operator === "*" ? follow(expression.operand) : null;
    case "call":
      return calledValue(expression, naming, follow);
    default:
      return null;
  }
}

function isNumber(expression: Expression): boolean {
  return expression.kind === "literal" && expression.type === "number";
}

/** What a variable has been given; all of it, where it may have been given several things. */
function variableValue(
  { name, start }: Expression & { kind: "name" },
  naming: Naming,
  depth: number,
): ValueText | null {
  const variable = naming.scope.find(name, start);
  if (variable === null) return null;
  const { assignments, initial } = definitionsAt(variable, naming.scope, start);
  const texts = initial && variable.origin !== "local" ? [[ownValue(variable)]] : [];
  for (const assignment of assignments) {
    if (assignment.kind === "zero" && assignments.length > 1) continue;
    if (assignment.kind !== "value" || assignment.size !== 1) return null;
    texts.push([...valueText(assignment.value, { ...naming, scope: assignment.scope }, depth + 1)]);
  }
  return texts.flatMap((text, index) => (index === 0 ? text : [{ text: "|", known: true }, ...text]));
}

/** What a parameter came with. */
function ownValue({ name, origin }: Variable): Piece {
  return typeof origin === "object"
    ? { text: name, known: false, parameter: origin.parameter }
    : { text: name, known: false };
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
  return format.split(/(%[-+# 0]*(?:\[\d+\])?[\d.]*[a-zA-Z%])/).flatMap((piece): ValueText => {
    if (piece === "") return [];
    if (piece === "%%") return [{ text: "%", known: true }];
    const explicit = /^%.*\[(\d+)\]/.exec(piece)?.[1];
    if (explicit !== undefined) next = Number(explicit) - 1;
    const value = piece.startsWith("%") ? values[next++] : undefined;
    return value ?? [{ text: piece, known: true }];
  });
}
