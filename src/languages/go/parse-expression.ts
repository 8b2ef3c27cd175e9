/** Expressions. https://go.dev/ref/spec#Expressions */
import type { Assertion, Call, Expression, Index, Member, Slice, TypeText, Unary } from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseComposite, takesComposite } from "./parse-composite.js";
import { parseOperand } from "./parse-operand.js";
import { parseType, printChannel } from "./parse-type.js";
import { precedenceOf, type Token } from "./tokens.js";

/** Also reads a type: where an expression may stand, a type often may, too. */
export function parseExpression(cursor: Cursor): Expression {
  return parseBinary(cursor, 1);
}

/** Expressions up to, not including, `closer`; a comma may follow the last. */
export function parseList(cursor: Cursor, closer: Token): Expression[] {
  const expressions: Expression[] = [];
  while (!cursor.at(closer)) {
    expressions.push(parseExpression(cursor));
    if (!cursor.accept(",")) break;
  }
  return expressions;
}

/** Operators that bind at least as tightly as `lowest`. */
function parseBinary(cursor: Cursor, lowest: number): Expression {
  const { start, line } = cursor;
  let left = parseUnary(cursor);
  for (let length = 1; ; length++) {
    const operator = cursor.token;
    const precedence = precedenceOf(operator);
    if (precedence < lowest) return left;
    cursor.extendChain(length);
    cursor.next();
    const right = parseBinary(cursor, precedence + 1);
    left = { kind: "binary", start, end: cursor.previousEnd, line, operator, left, right };
  }
}

function parseUnary(cursor: Cursor): Expression {
  switch (cursor.token) {
    case "+":
    case "-":
    case "!":
    case "^":
    case "*":
    case "&":
      return parsePrefixed(cursor, parseUnary);
    case "<-":
      return parseArrow(cursor);
    default:
      return parsePostfix(cursor, cursor.start, cursor.line, parseOperand(cursor));
  }
}

function parsePrefixed(cursor: Cursor, parseRest: (cursor: Cursor) => Expression): Unary {
  const { start, line, token: operator } = cursor;
  cursor.enter();
  cursor.next();
  const operand = parseRest(cursor);
  cursor.leave();
  return { kind: "unary", start, end: cursor.previousEnd, line, operator, operand };
}

/**
 * `<-x` receives, and `<-chan T` is a type. In `<-chan T(x)` the arrow receives
 * from a conversion to `chan T`. https://go.dev/ref/spec#Conversions
 */
function parseArrow(cursor: Cursor): Unary | TypeText {
  const unary = parsePrefixed(cursor, parseAfterArrow);
  const { start, line, operand } = unary;
  if (operand.kind !== "type" || !operand.text.startsWith("chan ")) return unary;
  return { kind: "type", start, end: operand.end, line, text: `<-${operand.text}` };
}

/** Behind an arrow, `chan` is never part of `chan<-`. */
function parseAfterArrow(cursor: Cursor): Expression {
  const { start, line } = cursor;
  if (!cursor.accept("chan")) return parseUnary(cursor);
  const text = printChannel(parseType(cursor));
  return parsePostfix(cursor, start, line, { kind: "type", start, end: cursor.previousEnd, line, text });
}

/** `start` and `line` are where the operand starts, with its parentheses. */
function parsePostfix(cursor: Cursor, start: number, line: number, operand: Expression): Expression {
  let expression = operand;
  for (let length = 1; ; length++) {
    cursor.extendChain(length);
    switch (cursor.token) {
      case ".":
        expression = parseSelector(cursor, start, line, expression);
        break;
      case "[":
        expression = parseIndex(cursor, start, line, expression);
        break;
      case "(":
        expression = parseCall(cursor, start, line, expression);
        break;
      case "{":
        if (!takesComposite(cursor, expression)) return expression;
        expression = parseComposite(cursor, start, line, expression);
        break;
      default:
        return expression;
    }
  }
}

function parseSelector(cursor: Cursor, start: number, line: number, object: Expression): Member | Assertion {
  cursor.expect(".");
  if (cursor.at("(")) {
    const type = cursor.bracketed("(", parseAssertedType, ")");
    return { kind: "assertion", start, end: cursor.previousEnd, line, object, type };
  }
  const name = cursor.expectName();
  return { kind: "member", start, end: cursor.previousEnd, line, object, name };
}

function parseAssertedType(cursor: Cursor): Expression | null {
  return cursor.accept("type") ? null : parseExpression(cursor);
}

function parseIndex(cursor: Cursor, start: number, line: number, object: Expression): Index | Slice {
  const { bounds, indices } = cursor.bracketed("[", parseIndices, "]");
  const end = cursor.previousEnd;
  if (bounds.length > 0) return { kind: "slice", start, end, line, object, bounds };
  return { kind: "index", start, end, line, object, indices };
}

/** Either `low:high:max`, each of which may be left out, or a list. */
function parseIndices(cursor: Cursor): { bounds: readonly (Expression | null)[]; indices: readonly Expression[] } {
  if (cursor.at("]")) cursor.rejectToken("an index");
  const first = cursor.at(":") ? null : parseExpression(cursor);
  const bounds = [first];
  while (bounds.length < 3 && cursor.accept(":")) {
    bounds.push(cursor.at(":") || cursor.at("]") ? null : parseExpression(cursor));
  }
  if (first === null || bounds.length > 1) return { bounds, indices: [] };
  const more = cursor.accept(",") ? parseList(cursor, "]") : [];
  return { bounds: [], indices: [first, ...more] };
}

function parseCall(cursor: Cursor, start: number, line: number, callee: Expression): Call {
  const { values, spread } = cursor.bracketed("(", parseArguments, ")");
  return { kind: "call", start, end: cursor.previousEnd, line, callee, arguments: values, spread };
}

function parseArguments(cursor: Cursor): { values: readonly Expression[]; spread: boolean } {
  const values: Expression[] = [];
  let spread = false;
  while (!cursor.at(")") && !spread) {
    values.push(parseExpression(cursor));
    spread = cursor.accept("...");
    if (!cursor.accept(",")) break;
  }
  return { values, spread };
}
