import {
  BACKQUOTE,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  DOT,
  DOUBLE_QUOTE,
  isDigit,
  isWord,
  MINUS,
  PLUS,
  SINGLE_QUOTE,
} from "./characters.js";
import { endsStatement, keywordAt } from "./tokens.js";

/**
 * Whether a newline behind the code in `start`..`end` becomes a semicolon, which
 * its last token decides. https://go.dev/ref/spec#Semicolons
 */
export function lineEndsStatement(source: Buffer, start: number, end: number): boolean {
  if (end <= start) return false;
  const last = source[end - 1] as number;
  switch (last) {
    case CLOSE_PARENTHESIS:
    case CLOSE_BRACKET:
    case CLOSE_BRACE:
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
    case BACKQUOTE:
      return true;
    case PLUS:
    case MINUS:
      return source[end - 2] === last;
    case DOT:
      return isNumber(source, wordStart(source, start, end - 1));
    default:
      return isWord[last] === 1 && wordEndsStatement(source, wordStart(source, start, end), end);
  }
}

function wordStart(source: Buffer, start: number, end: number): number {
  let position = end;
  while (position > start && isWord[source[position - 1] as number] === 1) position--;
  return position;
}

function isNumber(source: Buffer, position: number): boolean {
  return isDigit[source[position] as number] === 1;
}

function wordEndsStatement(source: Buffer, start: number, end: number): boolean {
  const word = source.toString("latin1", start, end);
  const keyword = keywordAt(word, 0, word.length);
  return keyword === null || endsStatement(keyword);
}
