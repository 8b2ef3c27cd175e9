import { BEYOND_ASCII } from "./characters.js";

/**
 * Go's tokens, each spelled as in the source; classes of tokens go by their
 * name. https://go.dev/ref/spec#Lexical_elements
 */
const KEYWORDS = [
  "break",
  "case",
  "chan",
  "const",
  "continue",
  "default",
  "defer",
  "else",
  "fallthrough",
  "for",
  "func",
  "go",
  "goto",
  "if",
  "import",
  "interface",
  "map",
  "package",
  "range",
  "return",
  "select",
  "struct",
  "switch",
  "type",
  "var",
] as const;

export type Keyword = (typeof KEYWORDS)[number];

const OPERATORS = [
  "&&",
  "||",
  "<-",
  "++",
  "--",
  "==",
  "!=",
  "<=",
  ">=",
  ":=",
  "...",
  "<<",
  ">>",
  "&^",
  "+=",
  "-=",
  "*=",
  "/=",
  "%=",
  "&=",
  "|=",
  "^=",
  "<<=",
  ">>=",
  "&^=",
  "+",
  "-",
  "*",
  "/",
  "%",
  "&",
  "|",
  "^",
  "<",
  ">",
  "=",
  "!",
  "~",
  "(",
  "[",
  "{",
  ",",
  ".",
  ")",
  "]",
  "}",
  ";",
  ":",
] as const;

export type Operator = (typeof OPERATORS)[number];

export type Token = "name" | "number" | "string" | "character" | "end" | Keyword | Operator;

/** The words that start with each ASCII character, longest first. */
function byFirstCharacter<Word extends string>(words: readonly Word[]): readonly (readonly Word[])[] {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  return Array.from({ length: BEYOND_ASCII }, (_, code) => longestFirst.filter((word) => word.charCodeAt(0) === code));
}

const KEYWORDS_BY_FIRST = byFirstCharacter(KEYWORDS);
const OPERATORS_BY_FIRST = byFirstCharacter(OPERATORS);

/** The keyword that stands at `start`..`end` of a text, or null. Makes no substring. */
export function keywordAt(text: string, start: number, end: number): Keyword | null {
  const candidates = KEYWORDS_BY_FIRST[text.charCodeAt(start)];
  if (candidates === undefined) return null;
  for (const keyword of candidates) {
    if (keyword.length === end - start && text.startsWith(keyword, start)) return keyword;
  }
  return null;
}

/** The longest operator that starts at `start`, whose first character is `code`, or null. */
export function operatorAt(text: string, start: number, code: number): Operator | null {
  const candidates = OPERATORS_BY_FIRST[code];
  if (candidates === undefined) return null;
  for (const operator of candidates) {
    if (operator.length === 1 || text.startsWith(operator, start)) return operator;
  }
  return null;
}

const PRECEDENCE: ReadonlyMap<string, number> = new Map(
  [
    ["||"],
    ["&&"],
    ["==", "!=", "<", "<=", ">", ">="],
    ["+", "-", "|", "^"],
    ["*", "/", "%", "<<", ">>", "&", "&^"],
  ].flatMap((operators, level) => operators.map((operator) => [operator, level + 1] as const)),
);

/** 1 (binds least) to 5 for a binary operator, 0 for anything else. https://go.dev/ref/spec#Operator_precedence */
export function precedenceOf(token: string): number {
  return PRECEDENCE.get(token) ?? 0;
}

const ASSIGNMENTS: ReadonlySet<string> = new Set([
  "=",
  ":=",
  "+=",
  "-=",
  "*=",
  "/=",
  "%=",
  "&=",
  "|=",
  "^=",
  "<<=",
  ">>=",
  "&^=",
]);

/** Whether the token stands between the targets and the values of an assignment. */
export function isAssignment(token: Token): boolean {
  return ASSIGNMENTS.has(token);
}

/**
 * Whether a newline after the token ends the statement.
 * https://go.dev/ref/spec#Semicolons
 */
export function endsStatement(token: Keyword): boolean {
  return token === "return" || token === "break" || token === "continue" || token === "fallthrough";
}
