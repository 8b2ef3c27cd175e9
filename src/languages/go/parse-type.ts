/**
 * Types, as canonical text: the tree has no use for their inner structure.
 * https://go.dev/ref/spec#Types
 *
 * Go's grammar is recursive through types, expressions and statements, and so
 * are the imports of the parse-*.ts files.
 */
import type { Cursor } from "./cursor.js";
import { parseExpression, parseList } from "./parse-expression.js";
import { parseLiteral } from "./parse-literal.js";
import { parseNameOrType, parseSignature } from "./parse-signature.js";
import { print, printSignature } from "./print.js";
import type { Token } from "./tokens.js";

const TYPE_STARTS: ReadonlySet<Token> = new Set<Token>([
  "name",
  "*",
  "[",
  "(",
  "<-",
  "func",
  "map",
  "chan",
  "struct",
  "interface",
]);

export function startsType(token: Token): boolean {
  return TYPE_STARTS.has(token);
}

export function parseType(cursor: Cursor): string {
  cursor.enter();
  const text = parseTypeByToken(cursor);
  cursor.leave();
  return text;
}

function parseTypeByToken(cursor: Cursor): string {
  switch (cursor.token) {
    case "name":
      return parseNamedType(cursor, cursor.expectName());
    case "*":
      cursor.next();
      return `*${parseType(cursor)}`;
    case "[":
      return parseArrayType(cursor);
    case "map":
      return parseMapType(cursor);
    case "func":
      cursor.next();
      return `func${parseSignatureText(cursor)}`;
    case "struct":
      return parseStructType(cursor);
    case "interface":
      return parseInterfaceType(cursor);
    case "chan":
    case "<-":
      return parseChannelType(cursor);
    case "(":
      return cursor.bracketed("(", parseType, ")");
    default:
      return cursor.rejectToken("a type");
  }
}

/** What follows a type's first name: `pkg.Name`, `Name[Argument]`. */
export function parseNamedType(cursor: Cursor, first: string): string {
  const name = cursor.accept(".") ? `${first}.${cursor.expectName()}` : first;
  if (!cursor.at("[")) return name;
  return `${name}[${cursor.bracketed("[", parseTypeArguments, "]")}]`;
}

function parseTypeArguments(cursor: Cursor): string {
  return parseList(cursor, "]").map(print).join(", ");
}

/** `[]T`, `[N]T`, and `[...]T`, whose length a composite literal tells. */
function parseArrayType(cursor: Cursor): string {
  const length = cursor.bracketed("[", parseArrayLength, "]");
  return `[${length}]${parseType(cursor)}`;
}

function parseArrayLength(cursor: Cursor): string {
  if (cursor.at("]")) return "";
  return cursor.accept("...") ? "..." : print(parseExpression(cursor));
}

function parseMapType(cursor: Cursor): string {
  cursor.expect("map");
  const key = cursor.bracketed("[", parseType, "]");
  return `map[${key}]${parseType(cursor)}`;
}

/** A `<-` belongs to the leftmost `chan` it can belong to. https://go.dev/ref/spec#Channel_types */
function parseChannelType(cursor: Cursor): string {
  const receives = cursor.accept("<-");
  cursor.expect("chan");
  if (receives) return `<-${printChannel(parseType(cursor))}`;
  return cursor.accept("<-") ? `chan<- ${parseType(cursor)}` : printChannel(parseType(cursor));
}

/** A channel of elements of a type, which must not lose its own arrow to the channel. */
export function printChannel(element: string): string {
  return element.startsWith("<-") ? `chan (${element})` : `chan ${element}`;
}

function parseSignatureText(cursor: Cursor): string {
  const { parameters, results } = parseSignature(cursor);
  return printSignature(parameters, results);
}

function parseStructType(cursor: Cursor): string {
  cursor.expect("struct");
  return printFields("struct", cursor.bracketed("{", parseFields, "}"));
}

function parseInterfaceType(cursor: Cursor): string {
  cursor.expect("interface");
  return printFields("interface", cursor.bracketed("{", parseInterfaceElements, "}"));
}

function printFields(keyword: string, fields: readonly string[]): string {
  return fields.length === 0 ? `${keyword}{}` : `${keyword}{ ${fields.join("; ")} }`;
}

function parseFields(cursor: Cursor): readonly string[] {
  return cursor.lines("}", parseField);
}

function parseInterfaceElements(cursor: Cursor): readonly string[] {
  return cursor.lines("}", parseInterfaceElement);
}

function parseField(cursor: Cursor): string {
  const field = parseFieldNamesAndType(cursor);
  return cursor.at("string") ? `${field} ${print(parseLiteral(cursor))}` : field;
}

function parseFieldNamesAndType(cursor: Cursor): string {
  if (!cursor.at("name")) return parseType(cursor);
  const { name, type } = parseNameOrType(cursor);
  if (name === null || type !== null) return name === null ? `${type}` : `${name} ${type}`;
  const names = [name];
  while (cursor.accept(",")) names.push(cursor.expectName());
  return startsType(cursor.token) ? `${names.join(", ")} ${parseType(cursor)}` : name;
}

/** A method, an embedded interface, or a union of types. https://go.dev/ref/spec#General_interfaces */
function parseInterfaceElement(cursor: Cursor): string {
  if (!cursor.at("name")) return parseUnion(cursor, parseUnionTerm(cursor));
  const name = cursor.expectName();
  if (cursor.at("(")) return name + parseSignatureText(cursor);
  return parseUnion(cursor, parseNamedType(cursor, name));
}

function parseUnion(cursor: Cursor, first: string): string {
  let union = first;
  while (cursor.accept("|")) union += ` | ${parseUnionTerm(cursor)}`;
  return union;
}

function parseUnionTerm(cursor: Cursor): string {
  return cursor.accept("~") ? `~${parseType(cursor)}` : parseType(cursor);
}
