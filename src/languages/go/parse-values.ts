/**
 * Constants and variables, at package level and inside functions.
 * https://go.dev/ref/spec#Constant_declarations and #Variable_declarations
 */
import type { Expression, Span } from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseExpressions } from "./parse-simple.js";
import { parseType } from "./parse-type.js";

/** `a, b int = 1, 2`. Its span includes the keyword unless it is part of a group. */
export interface ValueSpec extends Span {
  readonly names: readonly { readonly name: string; readonly line: number }[];
  readonly type: string | null;
  readonly values: readonly Expression[];
}

/** A whole `const` or `var` declaration, from its keyword on. */
export function parseValueSpecs(cursor: Cursor): readonly ValueSpec[] {
  const { start, line } = cursor;
  const constant = cursor.at("const");
  cursor.next();
  if (!cursor.at("(")) return [parseValueSpec(cursor, constant, start, line)];
  const parseSpec = () => parseValueSpec(cursor, constant, cursor.start, cursor.line);
  return cursor.bracketed("(", () => cursor.lines(")", parseSpec), ")");
}

function parseValueSpec(cursor: Cursor, constant: boolean, start: number, line: number): ValueSpec {
  const names = [parseNameWithLine(cursor)];
  while (cursor.accept(",")) names.push(parseNameWithLine(cursor));
  const type = cursor.at("=") || (constant && endsSpec(cursor)) ? null : parseType(cursor);
  const values = cursor.accept("=") ? parseExpressions(cursor) : [];
  return { start, end: cursor.previousEnd, line, names, type, values };
}

/** A constant without a value repeats the one before it. */
function endsSpec(cursor: Cursor): boolean {
  return cursor.at(";") || cursor.at(")");
}

function parseNameWithLine(cursor: Cursor): { name: string; line: number } {
  const { line } = cursor;
  return { name: cursor.expectName(), line };
}
