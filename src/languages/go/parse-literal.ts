import type { Literal } from "../tree.js";
import { BACKQUOTE } from "./characters.js";
import type { Cursor } from "./cursor.js";
import { decodeCharacter, decodeRawString, decodeString } from "./literals.js";

/** The string, character or number that is the current token. */
export function parseLiteral(cursor: Cursor): Literal {
  const { start, end, line } = cursor;
  const literal = literalOf(cursor);
  cursor.next();
  return { kind: "literal", start, end, line, ...literal };
}

function literalOf(cursor: Cursor): Pick<Literal, "type" | "value"> {
  const { token, text, start, end } = cursor;
  switch (token) {
    case "number":
      return { type: "number", value: cursor.spelling };
    case "character":
      return { type: "character", value: decodeCharacter(text.slice(start + 1, end - 1)) ?? rejectLiteral(cursor) };
    case "string":
      return { type: "string", value: stringValue(cursor) };
    default:
      return cursor.rejectToken("a literal");
  }
}

function stringValue(cursor: Cursor): string {
  const { text, start, end } = cursor;
  const inside = text.slice(start + 1, end - 1);
  if (text.charCodeAt(start) === BACKQUOTE) return decodeRawString(inside);
  return decodeString(inside) ?? rejectLiteral(cursor);
}

function rejectLiteral(cursor: Cursor): never {
  cursor.reject(`${cursor.spelling} is not a valid ${cursor.token}`);
}
