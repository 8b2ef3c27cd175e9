/** Parameters and results. https://go.dev/ref/spec#Function_types */
import type { Parameter } from "../tree.js";
import type { Cursor } from "./cursor.js";
import { parseList } from "./parse-expression.js";
import { parseNamedType, parseType, startsType } from "./parse-type.js";
import { print } from "./print.js";

export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly results: readonly Parameter[];
}

export function parseSignature(cursor: Cursor): Signature {
  return { parameters: parseParameters(cursor), results: parseResults(cursor) };
}

function parseResults(cursor: Cursor): readonly Parameter[] {
  if (cursor.at("(")) return parseParameters(cursor);
  return startsType(cursor.token) ? [{ name: null, type: parseType(cursor), variadic: false }] : [];
}

export function parseParameters(cursor: Cursor): readonly Parameter[] {
  return nameParameters(cursor.bracketed("(", parseEntries, ")"));
}

/**
 * A parameter or field as far as one look at it can tell. Where only `name` is
 * set, what follows decides whether it names a type: in `(a, b int)` it does
 * not, in `(a, b)` it does.
 */
interface NameOrType {
  readonly name: string | null;
  readonly type: string | null;
}

interface Entry extends NameOrType {
  readonly variadic: boolean;
}

function parseEntries(cursor: Cursor): readonly Entry[] {
  const entries: Entry[] = [];
  while (!cursor.at(")")) {
    entries.push(parseEntry(cursor));
    if (!cursor.accept(",")) break;
  }
  return entries;
}

function parseEntry(cursor: Cursor): Entry {
  if (cursor.accept("...")) return { name: null, type: parseType(cursor), variadic: true };
  if (!cursor.at("name")) return { name: null, type: parseType(cursor), variadic: false };
  const { name, type } = parseNameOrType(cursor);
  if (type === null && cursor.accept("...")) return { name, type: parseType(cursor), variadic: true };
  return { name, type, variadic: false };
}

/** Reads what starts with a name: `name`, `name Type`, `pkg.Type` or `Type[Argument]`. */
export function parseNameOrType(cursor: Cursor): NameOrType {
  const name = cursor.expectName();
  if (cursor.at("[")) return parseBracketAfterName(cursor, name);
  if (cursor.at(".")) return { name: null, type: parseNamedType(cursor, name) };
  return { name, type: startsType(cursor.token) ? parseType(cursor) : null };
}

/** `name []Type`, `name [length]Type` or `Type[Argument]`. */
function parseBracketAfterName(cursor: Cursor, name: string): NameOrType {
  const inside = cursor.bracketed("[", (within) => parseList(within, "]").map(print), "]").join(", ");
  if (inside === "" || startsType(cursor.token)) return { name, type: `[${inside}]${parseType(cursor)}` };
  return { name: null, type: `${name}[${inside}]` };
}

/** Either all parameters have a name or none has. A name alone takes the type of the next. */
function nameParameters(entries: readonly Entry[]): readonly Parameter[] {
  if (!entries.some(({ name, type }) => name !== null && type !== null)) {
    return entries.map(({ name, type, variadic }) => ({ name: null, type: type ?? name ?? "", variadic }));
  }
  const parameters: Parameter[] = [];
  let following: Entry | undefined;
  for (const entry of entries.toReversed()) {
    if (entry.type !== null) following = entry;
    parameters.push({ name: entry.name, type: following?.type ?? "", variadic: following?.variadic ?? false });
  }
  return parameters.reverse();
}
