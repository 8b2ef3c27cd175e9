/** Statements with blocks: if, for, switch, select. */
import type {
  Assertion,
  Block,
  Expression,
  If,
  Loop,
  Select,
  SelectClause,
  Statement,
  Switch,
  SwitchClause,
} from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseExpressions, parseSimple, parseSimpleOrRange } from "./parse-simple.js";
import { parseBlock, parseStatements } from "./parse-statement.js";

/** https://go.dev/ref/spec#If_statements */
export function parseIf(cursor: Cursor): If {
  const { start, line } = cursor;
  cursor.expect("if");
  const { init, condition } = cursor.header(parseIfHeader);
  const then = parseBlock(cursor);
  const otherwise = cursor.accept("else") ? parseElse(cursor) : null;
  return { kind: "if", start, end: cursor.previousEnd, line, init, condition, then, otherwise };
}

function parseElse(cursor: Cursor): Block | If {
  cursor.enter();
  const otherwise = cursor.at("if") ? parseIf(cursor) : parseBlock(cursor);
  cursor.leave();
  return otherwise;
}

function parseIfHeader(cursor: Cursor): Pick<If, "init" | "condition"> {
  const first = cursor.at(";") ? null : parseSimple(cursor);
  if (!cursor.accept(";")) return { init: null, condition: conditionOf(cursor, first) };
  return { init: first, condition: conditionOf(cursor, parseSimple(cursor)) };
}

function conditionOf(cursor: Cursor, statement: Statement | null): Expression {
  return statement?.kind === "expression" ? statement.expression : cursor.rejectToken("a condition");
}

type LoopHeader = Pick<Loop, "init" | "condition" | "post" | "range">;

/** https://go.dev/ref/spec#For_statements */
export function parseFor(cursor: Cursor): Loop {
  const { start, line } = cursor;
  cursor.expect("for");
  const clauses = cursor.header(parseForHeader);
  const header = cursor.text.slice(start, cursor.start).trim().replace(/\s+/g, " ");
  const body = parseBlock(cursor);
  return { kind: "loop", start, end: body.end, line, header, ...clauses, body };
}

function parseForHeader(cursor: Cursor): LoopHeader {
  if (cursor.at("{")) return { init: null, condition: null, post: null, range: null };
  const first = cursor.at(";") ? null : parseSimpleOrRange(cursor);
  if (first !== null && "over" in first) return { init: null, condition: null, post: null, range: first };
  if (!cursor.accept(";")) return { init: null, condition: conditionOf(cursor, first), post: null, range: null };
  const condition = cursor.at(";") ? null : conditionOf(cursor, parseSimple(cursor));
  cursor.expect(";");
  const post = cursor.at("{") ? null : parseSimple(cursor);
  return { init: first, condition, post, range: null };
}

/** https://go.dev/ref/spec#Switch_statements */
export function parseSwitch(cursor: Cursor): Switch {
  const { start, line } = cursor;
  cursor.expect("switch");
  const { init, guard } = cursor.header(parseSwitchHeader);
  const clauses = cursor.bracketed("{", parseSwitchClauses, "}");
  return { kind: "switch", start, end: cursor.previousEnd, line, init, ...subjectOf(cursor, guard), clauses };
}

function parseSwitchHeader(cursor: Cursor): { init: Statement | null; guard: Statement | null } {
  if (cursor.at("{")) return { init: null, guard: null };
  const first = cursor.at(";") ? null : parseSimple(cursor);
  if (!cursor.accept(";")) return { init: null, guard: first };
  return { init: first, guard: cursor.at("{") ? null : parseSimple(cursor) };
}

/** Tells a type switch, `switch name := subject.(type)`, from one over values. */
function subjectOf(cursor: Cursor, guard: Statement | null): Pick<Switch, "subject" | "byType"> {
  if (guard === null) return { subject: null, byType: null };
  if (guard.kind === "expression") {
    const { expression } = guard;
    if (!isTypeGuard(expression)) return { subject: expression, byType: null };
    return { subject: expression.object, byType: { binds: null } };
  }
  const [target, value] = guard.kind === "assign" && guard.declares ? [guard.targets[0], guard.values[0]] : [];
  if (target?.kind !== "name" || !isTypeGuard(value))
    return cursor.reject("expected a subject", guard.start, guard.line);
  return { subject: value.object, byType: { binds: target.name } };
}

function isTypeGuard(expression: Expression | undefined): expression is Assertion {
  return expression?.kind === "assertion" && expression.type === null;
}

/** https://go.dev/ref/spec#Select_statements */
export function parseSelect(cursor: Cursor): Select {
  const { start, line } = cursor;
  cursor.expect("select");
  const clauses = cursor.bracketed("{", parseSelectClauses, "}");
  return { kind: "select", start, end: cursor.previousEnd, line, clauses };
}

function parseClauses<Clause>(cursor: Cursor, parseClause: (cursor: Cursor) => Clause): readonly Clause[] {
  const clauses: Clause[] = [];
  while (cursor.at("case") || cursor.at("default")) clauses.push(parseClause(cursor));
  return clauses;
}

function parseSwitchClauses(cursor: Cursor): readonly SwitchClause[] {
  return parseClauses(cursor, parseSwitchClause);
}

function parseSelectClauses(cursor: Cursor): readonly SelectClause[] {
  return parseClauses(cursor, parseSelectClause);
}

function parseSwitchClause(cursor: Cursor): SwitchClause {
  const { start, line } = cursor;
  const isDefault = cursor.at("default");
  cursor.next();
  const values = isDefault ? [] : parseExpressions(cursor);
  const { body, end } = parseClauseBody(cursor);
  const last = body.at(-1);
  const fallsThrough = last?.kind === "branch" && last.to === "fallthrough";
  return { start, end, line, values, isDefault, body, fallsThrough };
}

function parseSelectClause(cursor: Cursor): SelectClause {
  const { start, line } = cursor;
  const isDefault = cursor.at("default");
  cursor.next();
  const communication = isDefault ? null : parseSimple(cursor);
  return { start, line, communication, ...parseClauseBody(cursor) };
}

function parseClauseBody(cursor: Cursor): { body: readonly Statement[]; end: number } {
  cursor.expect(":");
  const afterColon = cursor.previousEnd;
  const body = parseStatements(cursor);
  return { body, end: body.at(-1)?.end ?? afterColon };
}
