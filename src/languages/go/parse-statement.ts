/** Statements. https://go.dev/ref/spec#Statements */
import type { Block, Branch, Later, Return, Statement } from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseFor, parseIf, parseSelect, parseSwitch } from "./parse-control.js";
import { parseExpression } from "./parse-expression.js";
import { parseExpressions, parseSimple } from "./parse-simple.js";
import { parseValueSpecs } from "./parse-values.js";
import { skipBalanced } from "./skip.js";

export function parseBlock(cursor: Cursor): Block {
  const { start, line } = cursor;
  const statements = cursor.bracketed("{", parseStatements, "}");
  return { kind: "block", start, end: cursor.previousEnd, line, statements };
}

/** The statements up to the end of a block or clause. */
export function parseStatements(cursor: Cursor): readonly Statement[] {
  const statements: Statement[] = [];
  while (!cursor.at("}") && !cursor.at("case") && !cursor.at("default") && !cursor.at("end")) {
    parseStatement(cursor, statements);
    if (!cursor.at("}")) cursor.expect(";");
  }
  return statements;
}

/**
 * Adds a statement's nodes to `statements`: several for a group of variables,
 * none for an empty statement or a local type.
 */
function parseStatement(cursor: Cursor, statements: Statement[]): void {
  switch (cursor.token) {
    case ";":
      return;
    case "const":
    case "var":
      parseLocalValues(cursor, statements);
      return;
    case "type":
      skipBalanced(cursor);
      return;
    case "name":
      parseLabeledOrSimple(cursor, statements);
      return;
    default:
      statements.push(parseOne(cursor));
  }
}

function parseOne(cursor: Cursor): Statement {
  switch (cursor.token) {
    case "{":
      return parseBlock(cursor);
    case "if":
      return parseIf(cursor);
    case "for":
      return parseFor(cursor);
    case "switch":
      return parseSwitch(cursor);
    case "select":
      return parseSelect(cursor);
    case "return":
      return parseReturn(cursor);
    case "defer":
    case "go":
      return parseLater(cursor);
    case "break":
    case "continue":
    case "goto":
    case "fallthrough":
      return parseBranch(cursor, cursor.token);
    default:
      return parseSimple(cursor);
  }
}

function parseLocalValues(cursor: Cursor, statements: Statement[]): void {
  const constant = cursor.at("const");
  for (const { names, type, values, start, end, line } of parseValueSpecs(cursor)) {
    statements.push({
      kind: "declare",
      start,
      end,
      line,
      names: names.map(({ name }) => name),
      type,
      values,
      constant,
    });
  }
}

function parseLabeledOrSimple(cursor: Cursor, statements: Statement[]): void {
  const { start, line } = cursor;
  const statement = parseSimple(cursor);
  if (!cursor.at(":") || statement.kind !== "expression" || statement.expression.kind !== "name") {
    statements.push(statement);
    return;
  }
  cursor.next();
  const following: Statement[] = [];
  cursor.enter();
  if (!cursor.at("}")) parseStatement(cursor, following);
  cursor.leave();
  const [labeled = null, ...rest] = following;
  const end = labeled === null ? cursor.previousEnd : labeled.end;
  statements.push({ kind: "labeled", start, end, line, label: statement.expression.name, statement: labeled }, ...rest);
}

function parseReturn(cursor: Cursor): Return {
  const { start, line } = cursor;
  cursor.expect("return");
  const values = cursor.at(";") || cursor.at("}") ? [] : parseExpressions(cursor);
  return { kind: "return", start, end: cursor.previousEnd, line, values };
}

function parseLater(cursor: Cursor): Later {
  const { start, line } = cursor;
  const when = cursor.at("defer") ? "deferred" : "concurrent";
  cursor.next();
  const call = parseExpression(cursor);
  return { kind: "later", start, end: cursor.previousEnd, line, when, call };
}

function parseBranch(cursor: Cursor, to: Branch["to"]): Branch {
  const { start, line } = cursor;
  cursor.next();
  const label = cursor.at("name") && to !== "fallthrough" ? cursor.expectName() : null;
  return { kind: "branch", start, end: cursor.previousEnd, line, to, label };
}
