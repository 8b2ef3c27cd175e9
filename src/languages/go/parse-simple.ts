/** Statements that may stand in a header, too. https://go.dev/ref/spec#SimpleStmt */
import type { Assign, Expression, Loop, Statement } from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseExpression } from "./parse-expression.js";
import { isAssignment } from "./tokens.js";

/** One or more expressions with commas between them. */
export function parseExpressions(cursor: Cursor): readonly Expression[] {
  const expressions = [parseExpression(cursor)];
  while (cursor.accept(",")) expressions.push(parseExpression(cursor));
  return expressions;
}

/** An expression, assignment, send, `x++` or `x--`. */
export function parseSimple(cursor: Cursor): Statement {
  const { start, line } = cursor;
  return parseAfterTargets(cursor, start, line, parseExpressions(cursor));
}

/** A simple statement, or what a loop ranges over. */
export function parseSimpleOrRange(cursor: Cursor): Statement | NonNullable<Loop["range"]> {
  const { start, line } = cursor;
  if (cursor.accept("range")) return { targets: [], over: parseExpression(cursor), declares: false };
  const targets = parseExpressions(cursor);
  const operator = cursor.token;
  if (!isAssignment(operator)) return parseAfterTargets(cursor, start, line, targets);
  cursor.next();
  if (!cursor.accept("range")) return parseValues(cursor, start, line, targets, operator);
  return { targets, over: parseExpression(cursor), declares: operator === ":=" };
}

function parseAfterTargets(cursor: Cursor, start: number, line: number, targets: readonly Expression[]): Statement {
  const operator = cursor.token;
  if (isAssignment(operator)) {
    cursor.next();
    return parseValues(cursor, start, line, targets, operator);
  }
  const [target] = targets;
  if (target === undefined || targets.length > 1) return cursor.rejectToken('":=" or "="');
  switch (operator) {
    case "++":
    case "--":
      return parseStep(cursor, start, line, target);
    case "<-":
      return parseSend(cursor, start, line, target);
    default:
      return { kind: "expression", start, end: cursor.previousEnd, line, expression: target };
  }
}

function parseValues(
  cursor: Cursor,
  start: number,
  line: number,
  targets: readonly Expression[],
  operator: string,
): Assign {
  const values = parseExpressions(cursor);
  return {
    kind: "assign",
    start,
    end: cursor.previousEnd,
    line,
    targets,
    operator,
    values,
    declares: operator === ":=",
  };
}

/** `x++` means `x += 1`: the operator stands for the 1. */
function parseStep(cursor: Cursor, start: number, line: number, target: Expression): Statement {
  const operator = cursor.at("++") ? "+=" : "-=";
  const one: Expression = {
    kind: "literal",
    start: cursor.start,
    end: cursor.end,
    line: cursor.line,
    type: "number",
    value: "1",
  };
  cursor.next();
  const end = cursor.previousEnd;
  return { kind: "assign", start, end, line, targets: [target], operator, values: [one], declares: false };
}

function parseSend(cursor: Cursor, start: number, line: number, channel: Expression): Statement {
  cursor.expect("<-");
  const value = parseExpression(cursor);
  return { kind: "send", start, end: cursor.previousEnd, line, channel, value };
}
