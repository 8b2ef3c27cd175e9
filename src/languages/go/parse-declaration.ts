/** https://go.dev/ref/spec#Declarations_and_scope */
import type { Declaration, FunctionDeclaration, OtherDeclaration, ValueDeclaration } from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseParameters, parseSignature } from "./parse-signature.js";
import { parseBlock } from "./parse-statement.js";
import { parseValueSpecs, type ValueSpec } from "./parse-values.js";
import { skipBalanced } from "./skip.js";

export function parseDeclaration(cursor: Cursor): Declaration {
  switch (cursor.token) {
    case "func":
      return parseFunctionDeclaration(cursor);
    case "const":
    case "var":
      return parseValueDeclaration(cursor);
    case "type":
    case "import":
      return parseOtherDeclaration(cursor);
    default:
      return cursor.rejectToken("a declaration");
  }
}

/** https://go.dev/ref/spec#Function_declarations and #Method_declarations */
function parseFunctionDeclaration(cursor: Cursor): FunctionDeclaration {
  const { start, line } = cursor;
  cursor.expect("func");
  const receiver = cursor.at("(") ? parseReceiver(cursor) : null;
  const name = cursor.expectName();
  if (cursor.at("[")) cursor.bracketed("[", skipBalanced, "]");
  const { parameters, results } = parseSignature(cursor);
  const body = cursor.at("{") ? parseBlock(cursor) : null;
  return { kind: "function", start, end: cursor.previousEnd, line, name, receiver, parameters, results, body };
}

function parseReceiver(cursor: Cursor): NonNullable<FunctionDeclaration["receiver"]> {
  const [receiver, ...more] = parseParameters(cursor);
  if (receiver === undefined || more.length > 0) return cursor.reject("expected one receiver");
  return { name: receiver.name, type: bareName(receiver.type) };
}

/** `*Name[Argument]` without pointer and type arguments. */
function bareName(type: string): string {
  return type.replace(/^\*+/, "").replace(/\[.*$/s, "");
}

/**
 * One entry per name. Where one call gives several names their values, the
 * first entry has it and the others have none.
 */
function parseValueDeclaration(cursor: Cursor): ValueDeclaration {
  const { start, line } = cursor;
  const constant = cursor.at("const");
  const entries = parseValueSpecs(cursor).flatMap(entriesOf);
  return { kind: "values", start, end: cursor.previousEnd, line, constant, entries };
}

function entriesOf({ names, type, values }: ValueSpec): ValueDeclaration["entries"] {
  return names.map(({ name, line }, index) => ({ name, type, value: values[index] ?? null, line }));
}

function parseOtherDeclaration(cursor: Cursor): OtherDeclaration {
  const { start, line } = cursor;
  cursor.next();
  skipBalanced(cursor);
  return { kind: "other", start, end: cursor.previousEnd, line };
}
