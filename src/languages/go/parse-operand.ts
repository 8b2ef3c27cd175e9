/** https://go.dev/ref/spec#Operands */
import type { Expression, FunctionLiteral, Name, TypeText } from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseExpression } from "./parse-expression.js";
import { parseLiteral } from "./parse-literal.js";
import { parseSignature } from "./parse-signature.js";
import { parseBlock } from "./parse-statement.js";
import { parseType } from "./parse-type.js";
import { printSignature } from "./print.js";

export function parseOperand(cursor: Cursor): Expression {
  switch (cursor.token) {
    case "name":
      return parseName(cursor);
    case "number":
    case "string":
    case "character":
      return parseLiteral(cursor);
    case "(":
      return parseParenthesized(cursor);
    case "func":
      return parseFunction(cursor);
    case "[":
    case "chan":
    case "interface":
    case "map":
    case "struct":
      return parseTypeText(cursor);
    default:
      return cursor.rejectToken("an expression");
  }
}

function parseName(cursor: Cursor): Name {
  const { start, end, line } = cursor;
  const name = cursor.expectName();
  return { kind: "name", start, end, line, name };
}

/** Parentheses leave no trace in the tree: its shape says what they said. */
function parseParenthesized(cursor: Cursor): Expression {
  return cursor.bracketed("(", parseExpression, ")");
}

function parseTypeText(cursor: Cursor): TypeText {
  const { start, line } = cursor;
  const text = parseType(cursor);
  return { kind: "type", start, end: cursor.previousEnd, line, text };
}

/** A function literal or, without a body, a function type. */
function parseFunction(cursor: Cursor): FunctionLiteral | TypeText {
  const { start, line } = cursor;
  cursor.expect("func");
  const { parameters, results } = parseSignature(cursor);
  if (!cursor.at("{")) {
    const text = `func${printSignature(parameters, results)}`;
    return { kind: "type", start, end: cursor.previousEnd, line, text };
  }
  const body = parseBlock(cursor);
  return { kind: "function", start, end: body.end, line, parameters, results, body };
}
