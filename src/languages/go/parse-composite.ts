/** https://go.dev/ref/spec#Composite_literals */
import type { Composite, Expression } from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseExpression } from "./parse-expression.js";

type Entry = Composite["entries"][number];

/** Whether `{` after the expression starts its literal value. */
export function takesComposite(cursor: Cursor, expression: Expression): boolean {
  if (expression.kind === "type") return /^(?:\[|map\[|struct\{)/.test(expression.text);
  return cursor.composites && namesType(expression);
}

/** `Name`, `pkg.Name`, `Name[Argument]` or `pkg.Name[Argument]`. */
function namesType(expression: Expression): boolean {
  switch (expression.kind) {
    case "name":
      return true;
    case "member":
      return expression.object.kind === "name";
    case "index":
      return expression.object.kind !== "index" && namesType(expression.object);
    default:
      return false;
  }
}

/** The literal value of `type`, which is null where the enclosing literal tells it. */
export function parseComposite(cursor: Cursor, start: number, line: number, type: Expression | null): Composite {
  const entries = cursor.bracketed("{", parseEntries, "}");
  return { kind: "composite", start, end: cursor.previousEnd, line, type, entries };
}

function parseEntries(cursor: Cursor): readonly Entry[] {
  const entries: Entry[] = [];
  while (!cursor.at("}")) {
    entries.push(parseEntry(cursor));
    if (!cursor.accept(",")) break;
  }
  return entries;
}

function parseEntry(cursor: Cursor): Entry {
  const first = parseElement(cursor);
  return cursor.accept(":") ? { key: first, value: parseElement(cursor) } : { key: null, value: first };
}

/** An element may leave out its type where it is a composite literal itself. */
export function parseElement(cursor: Cursor): Expression {
  return cursor.at("{") ? parseComposite(cursor, cursor.start, cursor.line, null) : parseExpression(cursor);
}
