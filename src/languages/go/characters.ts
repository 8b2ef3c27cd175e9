/**
 * What single characters mean to Go's lexer. The same numbers serve UTF-8 bytes
 * (when a file is cut) and UTF-16 units (when a declaration is parsed): they
 * agree below 0x80, and above it only letters occur outside of strings.
 *
 * https://go.dev/ref/spec#Source_code_representation
 */

export const NEWLINE = 0x0a;
export const DOUBLE_QUOTE = 0x22;
export const DOLLAR = 0x24;
export const SINGLE_QUOTE = 0x27;
export const OPEN_PARENTHESIS = 0x28;
export const CLOSE_PARENTHESIS = 0x29;
export const ASTERISK = 0x2a;
export const PLUS = 0x2b;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const SEMICOLON = 0x3b;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const BACKQUOTE = 0x60;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
/** The first value that is not ASCII. */
export const BEYOND_ASCII = 0x80;

function tableOf(characters: string, beyondAscii: 0 | 1): Uint8Array {
  const table = new Uint8Array(256).fill(beyondAscii, BEYOND_ASCII);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

const DIGITS = "0123456789";
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";

/** 1 for a decimal digit. */
export const isDigit = tableOf(DIGITS, 0);
/** 1 for what may start an identifier; everything beyond ASCII is taken for a letter. */
export const isLetter = tableOf(LETTERS, 1);
/** 1 for what may continue an identifier. */
export const isWord = tableOf(LETTERS + DIGITS, 1);
/** 1 for white space that never ends a statement. */
export const isBlank = tableOf(" \t\r", 0);
