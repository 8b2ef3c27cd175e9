import type { Expression } from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseElement } from "./parse-composite.js";

/**
 * The one expression that the text consists of. A literal value without its
 * type, `{a, b}`, may stand alone here, as it does inside a composite literal.
 */
export function parsePattern(cursor: Cursor): Expression {
  const expression = parseElement(cursor);
  cursor.accept(";");
  if (!cursor.at("end")) cursor.rejectToken("the end of the expression");
  return expression;
}
