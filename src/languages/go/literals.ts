/**
 * Between the spelling of strings and characters and their values.
 * https://go.dev/ref/spec#Rune_literals and https://go.dev/ref/spec#String_literals
 *
 * A Go string holds bytes, ours holds UTF-16. Bytes that are not UTF-8 (written
 * `"\xff"`) become the lone surrogates U+DC80 to U+DCFF, so that different
 * strings stay different and `quoteString` can write them back.
 */
import { BACKSLASH } from "./characters.js";

const STRAY_BYTES = 0xdc00;
/** What decoders put in place of bytes that are not UTF-8. */
const REPLACEMENT = "\ufffd";

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([abfnrtv\\'"]))/y;

type Escape = { readonly end: number } & ({ readonly byte: number } | { readonly text: string });

/** Reads the escape sequence at `position`, null when it is none. */
function escapeAt(text: string, position: number): Escape | null {
  ESCAPE.lastIndex = position;
  const match = ESCAPE.exec(text);
  if (match === null) return null;
  const [all, hexByte, short, long, octalByte, simple] = match;
  const end = position + all.length;
  if (simple !== undefined) return { end, text: SIMPLE_ESCAPES[simple] ?? simple };
  if (hexByte !== undefined) return { end, byte: Number.parseInt(hexByte, 16) };
  if (octalByte !== undefined) {
    const byte = Number.parseInt(octalByte, 8);
    return byte > 0xff ? null : { end, byte };
  }
  const point = Number.parseInt(short ?? long ?? "", 16);
  return point > 0x10ffff ? null : { end, text: String.fromCodePoint(point) };
}

/** UTF-8 bytes to text; what is not UTF-8 becomes lone surrogates. */
function decodeBytes(bytes: readonly number[]): string {
  const text = Buffer.from(bytes).toString("utf8");
  return text.includes(REPLACEMENT) ? decodeOneByOne(bytes) : text;
}

function decodeOneByOne(bytes: readonly number[]): string {
  let text = "";
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index] ?? 0;
    const encoded = Buffer.from(bytes.slice(index, index + encodedLength(first)));
    const character = encoded.toString("utf8");
    const isCharacter = Buffer.from(character).equals(encoded);
    text += isCharacter ? character : String.fromCharCode(STRAY_BYTES + first);
    index += isCharacter ? encoded.length : 1;
  }
  return text;
}

/** How many bytes a character has in UTF-8 that starts with `first`. */
function encodedLength(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** The value of what stands between the quotes, null when an escape sequence is wrong. */
export function decodeString(text: string): string | null {
  let backslash = text.indexOf("\\");
  if (backslash < 0) return text;
  let value = "";
  let position = 0;
  while (backslash >= 0) {
    value += text.slice(position, backslash);
    position = backslash;
    const bytes: number[] = [];
    while (text.charCodeAt(position) === BACKSLASH) {
      const read = escapeAt(text, position);
      if (read === null) return null;
      position = read.end;
      if ("byte" in read) {
        bytes.push(read.byte);
      } else {
        value += decodeBytes(bytes.splice(0)) + read.text;
      }
    }
    value += decodeBytes(bytes);
    backslash = text.indexOf("\\", position);
  }
  return value + text.slice(position);
}

/** The value of a raw string: carriage returns do not count. */
export function decodeRawString(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r", "") : text;
}

/** The one character between single quotes, null when it is not exactly one. */
export function decodeCharacter(text: string): string | null {
  if (text.charCodeAt(0) !== BACKSLASH) return isOneCharacter(text) ? text : null;
  const read = escapeAt(text, 0);
  if (read === null || read.end !== text.length) return null;
  return "byte" in read ? String.fromCodePoint(read.byte) : read.text;
}

function isOneCharacter(text: string): boolean {
  const point = text.codePointAt(0);
  return point !== undefined && text.length === (point > 0xffff ? 2 : 1);
}

/** How JSON writes a stray byte. It reads an escaped backslash first, so that the text `\\udc80` is none. */
const ESCAPED_STRAY_BYTE = /\\\\|\\udc([89a-f][0-9a-f])/g;

/** Go's spelling of a string value, always in double quotes on one line. */
export function quoteString(value: string): string {
  return JSON.stringify(value).replace(ESCAPED_STRAY_BYTE, (escaped, byte) =>
    byte === undefined ? escaped : `\\x${byte}`,
  );
}

/** Go's spelling of a character value. */
export function quoteCharacter(value: string): string {
  if (value === "'") return "'\\''";
  return value === '"' ? "'\"'" : `'${JSON.stringify(value).slice(1, -1)}'`;
}
