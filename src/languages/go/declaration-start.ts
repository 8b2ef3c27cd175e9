import {
  BACKQUOTE,
  CLOSE_PARENTHESIS,
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

interface Opening {
  readonly keyword: Buffer;
  /** Judges what stands at `position`, behind the keyword and the blank after it. */
  judge(source: Buffer, position: number): Start;
}

const OPENINGS: readonly Opening[] = [
  { keyword: Buffer.from("func"), judge: judgeFunction },
  { keyword: Buffer.from("import"), judge: judgeImport },
  { keyword: Buffer.from("const"), judge: judgeSpec },
  { keyword: Buffer.from("type"), judge: judgeSpec },
  { keyword: Buffer.from("var"), judge: judgeSpec },
];

/** 1 for the bytes a declaration may start with. */
export const startsKeyword = new Uint8Array(256);
for (const { keyword } of OPENINGS) startsKeyword[keyword[0] as number] = 1;

/** Judges the line that starts at `position`. */
export function declarationStart(source: Buffer, position: number): Start {
  const opening = OPENINGS.find(({ keyword }) => holds(source, position, keyword));
  if (opening === undefined) return "none";
  const end = position + opening.keyword.length;
  const next = skipBlank(source, end);
  return next > end || source[next] === OPEN_PARENTHESIS ? opening.judge(source, next) : "none";
}

function holds(source: Buffer, position: number, keyword: Buffer): boolean {
  return keyword.every((byte, index) => source[position + index] === byte);
}

/** `Name(`, `Name[` or `(receiver) Name(`: a function literal has no name. */
function judgeFunction(source: Buffer, position: number): Start {
  const isMethod = source[position] === OPEN_PARENTHESIS;
  const name = isMethod ? skipBlank(source, receiverEnd(source, position)) : position;
  if (!startsName(source, name)) return "none";
  const next = source[nameEnd(source, name)];
  return next === OPEN_PARENTHESIS || (next === OPEN_BRACKET && !isMethod) ? "certain" : "none";
}

/** Imports are at package level only. Without a quote or parenthesis it may be text. */
function judgeImport(source: Buffer, position: number): Start {
  const byte = source[position];
  if (byte === OPEN_PARENTHESIS || byte === DOUBLE_QUOTE || byte === BACKQUOTE) return "certain";
  return startsName(source, position) ? "likely" : "none";
}

/** Functions have constants, types and variables of their own. */
function judgeSpec(source: Buffer, position: number): Start {
  return source[position] === OPEN_PARENTHESIS || startsName(source, position) ? "likely" : "none";
}

function startsName(source: Buffer, position: number): boolean {
  return isLetter[source[position] ?? 0] === 1;
}

function nameEnd(source: Buffer, position: number): number {
  let end = position;
  while (isWord[source[end] ?? 0] === 1) end++;
  return end;
}

/** Behind the receiver that opens at `position` and ends on the same line. */
function receiverEnd(source: Buffer, position: number): number {
  let end = position;
  while (end < source.length && source[end] !== CLOSE_PARENTHESIS && source[end] !== NEWLINE) end++;
  return end + 1;
}

function skipBlank(source: Buffer, position: number): number {
  let next = position;
  while (isBlank[source[next] ?? 0] === 1) next++;
  return next;
}
