import {
  BACKQUOTE,
  CLOSE_PARENTHESIS,
  DOT,
  DOUBLE_QUOTE,
  isBlank,
  isLetter,
  isWord,
  NEWLINE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
} from "./characters.js";

/**
 * How sure it is that a declaration starts at the beginning of a line:
 * - `certain`: what stands there can stand nowhere but at package level;
 * - `likely`: gofmt would have indented it anywhere else;
 * - `none`: it is not the start of a declaration.
 */
export type Start = "none" | "likely" | "certain";

const KEYWORDS = ["func", "var", "const", "type", "import"].map((word) => Buffer.from(word, "latin1"));

/** 1 for the bytes a declaration may start with. */
export const startsKeyword = new Uint8Array(256);
for (const keyword of KEYWORDS) startsKeyword[keyword[0] as number] = 1;

/** Judges the line that starts at `position`. */
export function declarationStart(source: Buffer, position: number): Start {
  for (const keyword of KEYWORDS) {
    if (!holds(source, position, keyword)) continue;
    const end = position + keyword.length;
    const next = skipBlank(source, end);
    if (next === end && source[next] !== OPEN_PARENTHESIS) return "none";
    return judge(source, source[position] as number, next);
  }
  return "none";
}

function holds(source: Buffer, position: number, keyword: Buffer): boolean {
  for (let index = 0; index < keyword.length; index++) {
    if (source[position + index] !== keyword[index]) return false;
  }
  return true;
}

const FUNC = 0x66;
const IMPORT = 0x69;

/** `next` is where the text behind the keyword starts, `initial` is the keyword's first byte. */
function judge(source: Buffer, initial: number, next: number): Start {
  const byte = source[next] ?? 0;
  if (initial === FUNC) return isFunctionHead(source, next) ? "certain" : "none";
  if (byte === OPEN_PARENTHESIS) return initial === IMPORT ? "certain" : "likely";
  if (initial !== IMPORT) return isLetter[byte] === 1 ? "likely" : "none";
  return isLetter[byte] === 1 || byte === DOUBLE_QUOTE || byte === BACKQUOTE || byte === DOT ? "certain" : "none";
}

/** `Name(`, `Name[` or `(receiver) Name(`: a function literal has no name. */
function isFunctionHead(source: Buffer, position: number): boolean {
  let next = position;
  if (source[next] === OPEN_PARENTHESIS) {
    while (next < source.length && source[next] !== CLOSE_PARENTHESIS && source[next] !== NEWLINE) next++;
    next = skipBlank(source, next + 1);
  }
  if (isLetter[source[next] ?? 0] === 0) return false;
  while (next < source.length && isWord[source[next] as number] === 1) next++;
  return source[next] === OPEN_PARENTHESIS || (source[next] === OPEN_BRACKET && source[position] !== OPEN_PARENTHESIS);
}

function skipBlank(source: Buffer, position: number): number {
  let next = position;
  while (next < source.length && isBlank[source[next] as number] === 1) next++;
  return next;
}
