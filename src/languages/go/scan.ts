import {
  ASTERISK,
  BACKQUOTE,
  BACKSLASH,
  BEYOND_ASCII,
  DOLLAR,
  DOT,
  DOUBLE_QUOTE,
  isBlank,
  isDigit,
  isLetter,
  isWord,
  MINUS,
  NEWLINE,
  PLUS,
  SINGLE_QUOTE,
  SLASH,
} from "./characters.js";
import { endsStatement, keywordAt, operatorAt, type Token } from "./tokens.js";

/** Source text that is not Go. The front-end catches it: it never leaves this folder. */
export class SyntaxProblem extends Error {
  override readonly name = "SyntaxProblem";

  constructor(
    message: string,
    /** UTF-16 offset in the text. */
    readonly offset: number,
    /** Counted from 0. */
    readonly line: number,
  ) {
    super(message);
  }
}

/** Stands in a pattern for the body of a function literal. */
export const ELISION = "…";

const INTEGER = /^(?:0|[1-9](?:_?\d)*)$/;
/** https://go.dev/ref/spec#Integer_literals, #Floating-point_literals and #Imaginary_literals. */
const DECIMAL = "\\d(?:_?\\d)*";
const HEXADECIMAL = "[\\da-f](?:_?[\\da-f])*";
const NUMBER = new RegExp(
  [
    "0b(?:_?[01])+",
    "0o(?:_?[0-7])+",
    `0x_?${HEXADECIMAL}`,
    `0x(?:_?${HEXADECIMAL}\\.?(?:${HEXADECIMAL})?|\\.${HEXADECIMAL})p[+-]?${DECIMAL}`,
    `(?:${DECIMAL}\\.?(?:${DECIMAL})?|\\.${DECIMAL})(?:e[+-]?${DECIMAL})?`,
  ]
    .map((form) => `^(?:${form})i?$`)
    .join("|"),
  "i",
);
const LETTER = /\p{L}/uy;
const WORD = /[\p{L}\p{Nd}]/uy;

/**
 * One token at a time, Go's automatic semicolons included. The current token is
 * in the fields; `next` moves on.
 */
export class Scanner {
  token: Token = "end";
  start = 0;
  end = 0;
  /** Line of the current token, counted from 0. */
  line = 0;
  /** Where the token before the current one ended. */
  previousEnd = 0;

  /** A newline after the current token would end a statement. */
  private mayEnd = false;
  /** The line of `end`; a raw string moves it beyond `line`. */
  private endLine = 0;

  constructor(
    readonly text: string,
    /** Patterns: `$name` and `$...` are names, and so is `…`. */
    private readonly metavariables: boolean,
  ) {}

  /** The current token as written. */
  get spelling(): string {
    return this.text.slice(this.start, this.end);
  }

  next(): void {
    this.previousEnd = this.end;
    const statementEnds = this.skipBlank();
    this.line = this.endLine;
    const { start, text } = this;
    if (statementEnds) {
      this.become(";", start, false);
    } else if (start >= text.length) {
      this.become(this.mayEnd ? ";" : "end", start, false);
    } else {
      this.scan(text.charCodeAt(start));
    }
  }

  reject(message: string, offset = this.start, line = this.line): never {
    throw new SyntaxProblem(message, offset, line);
  }

  private become(token: Token, end: number, mayEnd: boolean): void {
    this.token = token;
    this.end = end;
    this.mayEnd = mayEnd;
  }

  /**
   * Moves `start` beyond white space and comments. True when a newline on the
   * way ends the statement: then `start` is that newline, or the comment it is in.
   */
  private skipBlank(): boolean {
    const { text, mayEnd } = this;
    const { length } = text;
    let position = this.end;
    let statementEnds = false;
    while (position < length) {
      const code = text.charCodeAt(position);
      if (code === NEWLINE) {
        if (mayEnd) {
          statementEnds = true;
          break;
        }
        this.endLine++;
        position++;
      } else if (code < BEYOND_ASCII && isBlank[code] === 1) {
        position++;
      } else if (code === SLASH && text.charCodeAt(position + 1) === SLASH) {
        const newline = text.indexOf("\n", position);
        position = newline < 0 ? length : newline;
      } else if (code === SLASH && text.charCodeAt(position + 1) === ASTERISK) {
        const end = text.indexOf("*/", position + 2);
        if (end < 0) this.reject("comment is not terminated", position, this.endLine);
        const newlines = countNewlines(text, position, end);
        if (newlines > 0 && mayEnd) {
          statementEnds = true;
          break;
        }
        this.endLine += newlines;
        position = end + 2;
      } else {
        break;
      }
    }
    this.start = position;
    return statementEnds;
  }

  private scan(code: number): void {
    const { start, text } = this;
    if (code >= BEYOND_ASCII) {
      this.scanBeyondAscii();
    } else if (isLetter[code] === 1) {
      this.scanWord(start + 1);
    } else if (isDigit[code] === 1 || (code === DOT && isDigit[text.charCodeAt(start + 1)] === 1)) {
      this.scanNumber();
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      this.scanQuoted(code);
    } else if (code === BACKQUOTE) {
      this.scanRawString();
    } else if (code === DOLLAR && this.metavariables) {
      this.scanMetavariable();
    } else {
      this.scanOperator(code);
    }
  }

  private scanWord(from: number): void {
    const end = this.wordEnd(from);
    const keyword = keywordAt(this.text, this.start, end);
    if (keyword === null) this.become("name", end, true);
    else this.become(keyword, end, endsStatement(keyword));
  }

  private wordEnd(from: number): number {
    const { text } = this;
    const { length } = text;
    let position = from;
    while (position < length) {
      const code = text.charCodeAt(position);
      if (code < BEYOND_ASCII) {
        if (isWord[code] === 0) break;
        position++;
      } else {
        WORD.lastIndex = position;
        if (!WORD.test(text)) break;
        position = WORD.lastIndex;
      }
    }
    return position;
  }

  private scanBeyondAscii(): void {
    const { start, text } = this;
    LETTER.lastIndex = start;
    if (LETTER.test(text)) this.scanWord(LETTER.lastIndex);
    else if (this.metavariables && text.startsWith(ELISION, start)) this.become("name", start + ELISION.length, true);
    else this.rejectCharacter();
  }

  private scanMetavariable(): void {
    const { start, text } = this;
    const end = text.startsWith("...", start + 1) ? start + 4 : this.wordEnd(start + 1);
    if (end === start + 1) this.reject("a name or ... must follow $");
    this.become("name", end, true);
  }

  private scanNumber(): void {
    const { start, text } = this;
    const hexadecimal = (text.charCodeAt(start + 1) | 0x20) === 0x78;
    let position = start + 1;
    for (; position < text.length; position++) {
      const code = text.charCodeAt(position);
      if (code === PLUS || code === MINUS) {
        const exponent = text.charCodeAt(position - 1) | 0x20;
        if (exponent !== (hexadecimal ? 0x70 : 0x65)) break;
      } else if (code !== DOT && (code >= BEYOND_ASCII || isWord[code] === 0)) {
        break;
      }
    }
    this.become("number", position, true);
    const { spelling } = this;
    if (!INTEGER.test(spelling) && !NUMBER.test(spelling)) this.reject(`${spelling} is not a number`);
  }

  /** A string or a character, up to the same quote on the same line. */
  private scanQuoted(quote: number): void {
    const { start, text } = this;
    const { length } = text;
    for (let position = start + 1; position < length; position++) {
      const code = text.charCodeAt(position);
      if (code === quote) {
        this.become(quote === DOUBLE_QUOTE ? "string" : "character", position + 1, true);
        return;
      }
      if (code === BACKSLASH) position++;
      else if (code === NEWLINE) break;
    }
    this.reject(`${quote === DOUBLE_QUOTE ? "string" : "character"} is not terminated`);
  }

  private scanRawString(): void {
    const { start, text } = this;
    const end = text.indexOf("`", start + 1);
    if (end < 0) this.reject("raw string is not terminated");
    this.become("string", end + 1, true);
    this.endLine += countNewlines(text, start, end);
  }

  private scanOperator(code: number): void {
    const operator = operatorAt(this.text, this.start, code);
    if (operator === null) this.rejectCharacter();
    const closes = operator === ")" || operator === "]" || operator === "}";
    this.become(operator, this.start + operator.length, closes || operator === "++" || operator === "--");
  }

  private rejectCharacter(): never {
    const point = this.text.codePointAt(this.start) ?? 0;
    this.reject(`unexpected character U+${point.toString(16).toUpperCase().padStart(4, "0")}`);
  }
}

function countNewlines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
