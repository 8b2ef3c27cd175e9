import { ByteCursor } from "./byte-cursor.js";
import {
  ASTERISK,
  BACKQUOTE,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  DOUBLE_QUOTE,
  isBlank,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  SEMICOLON,
  SINGLE_QUOTE,
  SLASH,
} from "./characters.js";
import { declarationStart, startsKeyword } from "./declaration-start.js";
import { lineEndsStatement } from "./statement-end.js";

/** What bytes mean while skimming; the others are inert. */
const INERT = 0;
const OPENS = 1;
const CLOSES = 2;
const BREAKS_LINE = 3;
const QUOTES = 4;
const QUOTES_RAW = 5;
const MAY_COMMENT = 6;
const SEPARATES = 7;

const meaning = new Uint8Array(256);
/** The closing bracket of an opening one. */
const closerOf = new Uint8Array(256);
for (const [opener, closer] of [
  [OPEN_PARENTHESIS, CLOSE_PARENTHESIS],
  [OPEN_BRACKET, CLOSE_BRACKET],
  [OPEN_BRACE, CLOSE_BRACE],
] as const) {
  meaning[opener] = OPENS;
  meaning[closer] = CLOSES;
  closerOf[opener] = closer;
}
meaning[NEWLINE] = BREAKS_LINE;
meaning[DOUBLE_QUOTE] = QUOTES;
meaning[SINGLE_QUOTE] = QUOTES;
meaning[BACKQUOTE] = QUOTES_RAW;
meaning[SLASH] = MAY_COMMENT;
meaning[SEMICOLON] = SEPARATES;

interface Place {
  readonly position: number;
  readonly line: number;
}

export interface Problem {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * Finds where declarations end, byte by byte: it knows brackets, strings,
 * comments and automatic semicolons, and nothing of what is between them.
 *
 * Where brackets do not match, it goes on at the next line that looks like the
 * start of a declaration, so that an error costs the declaration it is in. A
 * line that might just as well be part of badly laid out code is remembered,
 * and taken for a start once something proves wrong. However broken a file is,
 * its bytes are read a few times at most.
 */
export class Skimmer extends ByteCursor {
  readonly problems: Problem[] = [];

  /** Start of the current declaration. */
  private start: Place = { position: 0, line: 1 };
  /** The closing brackets it still needs. */
  private readonly open: number[] = [];
  /** End of its code so far; counts outside of brackets only. */
  private codeEnd = 0;
  /** Behind this only white space lies between the code and here. */
  private commentEnd = 0;
  /** Nesting went wrong: the declaration ends where the next one starts. */
  private lost = false;
  /** The first line inside of brackets that may start the next declaration. */
  private candidate: Place | null = null;
  /** Up to here lines that may start a declaration do. */
  private strictUntil = 0;

  /** Moves beyond the declaration that starts here. Returns where its code ends. */
  skipDeclaration(): number {
    this.begin();
    this.read();
    return this.lost ? this.trimmedEnd() : this.codeEnd;
  }

  /** Moves from something that is no declaration to the next one. Returns where that something ends. */
  skipStray(): number {
    this.begin();
    this.report("expected a declaration");
    this.lost = true;
    this.read();
    return this.trimmedEnd();
  }

  private begin(): void {
    const { position, line } = this;
    this.start = { position, line };
    this.open.length = 0;
    this.codeEnd = position;
    this.commentEnd = position;
    this.lost = false;
    this.candidate = null;
  }

  private read(): void {
    const { length } = this.source;
    while (this.position < length) {
      if (this.step()) return;
    }
    this.endCode();
    if (this.open.length > 0) this.lose("brackets are still open at the end of the file");
  }

  /** Moves beyond one bracket, string, comment or run of other bytes. True when the declaration ends there. */
  private step(): boolean {
    const byte = this.source[this.position] as number;
    switch (meaning[byte]) {
      case OPENS:
        this.position++;
        if (!this.lost) this.open.push(closerOf[byte] as number);
        return false;
      case CLOSES:
        this.position++;
        return !this.lost && this.open.pop() !== byte && this.lose(`unexpected "${String.fromCharCode(byte)}"`);
      case BREAKS_LINE:
        return this.readNewline();
      case QUOTES:
        if (!this.skipQuoted(byte)) this.report("string is not terminated");
        return false;
      case QUOTES_RAW:
        return !this.skipRawString() && this.lose("raw string is not terminated", this.firstCertainStart());
      case MAY_COMMENT:
        return this.readSlash();
      case SEPARATES:
        this.endCode();
        this.position++;
        return this.open.length === 0 && !this.lost;
      default:
        this.skipInert();
        return false;
    }
  }

  private skipInert(): void {
    const { source } = this;
    const { length } = source;
    let position = this.position + 1;
    while (position < length && meaning[source[position] as number] === INERT) position++;
    this.position = position;
  }

  private readNewline(): boolean {
    if (this.newlineEnds()) return true;
    this.skipNewline();
    return startsKeyword[this.source[this.position] as number] === 1 && this.readLineStart();
  }

  private readSlash(): boolean {
    const { line } = this;
    this.endCode();
    if (this.skipComment()) {
      this.commentEnd = this.position;
      return this.line > line && this.newlineEnds();
    }
    const opensComment = this.source[this.position + 1] === ASTERISK;
    this.position++;
    return opensComment && this.lose("comment is not terminated");
  }

  /** Whether a newline here is a semicolon between declarations. */
  private newlineEnds(): boolean {
    if (this.open.length > 0 || this.lost) return false;
    this.endCode();
    return lineEndsStatement(this.source, this.start.position, this.codeEnd);
  }

  /** Notes where the code before this place ends. */
  private endCode(): void {
    if (this.open.length > 0) return;
    const end = trimEnd(this.source, this.commentEnd, this.position);
    if (end > this.commentEnd) this.codeEnd = end;
  }

  /** Judges a line inside of the current declaration. True when the next declaration starts there. */
  private readLineStart(): boolean {
    const start = declarationStart(this.source, this.position);
    if (start === "none") return false;
    const { position, line } = this;
    if (start === "likely" && this.open.length > 0 && !this.lost && position >= this.strictUntil) {
      this.candidate ??= { position, line };
      return false;
    }
    if (!this.lost) this.lose("the declaration before this line is not complete");
    return true;
  }

  /**
   * Notes that nesting went wrong, and goes back to where the next declaration
   * may start. True when there is such a place; else reading goes on to the next.
   */
  private lose(message: string, otherwise: Place | null = null): boolean {
    this.report(message);
    this.lost = true;
    this.open.length = 0;
    const place = this.candidate ?? otherwise;
    if (place === null) return false;
    this.strictUntil = Math.max(this.strictUntil, this.position);
    this.position = place.position;
    this.line = place.line;
    return true;
  }

  /** One message is enough for a declaration: what follows follows from it. */
  private report(message: string): void {
    if (!this.lost) this.problems.push({ line: this.line, message });
  }

  /**
   * The first line after the current start that starts a declaration, inside of
   * raw strings, too: where the last one has no end, a quote is missing somewhere.
   */
  private firstCertainStart(): Place | null {
    const { source, strictUntil } = this;
    let { position, line } = this.start;
    if (position < strictUntil) return null;
    for (;;) {
      position = source.indexOf(NEWLINE, position) + 1;
      line++;
      if (position === 0) return null;
      if (declarationStart(source, position) === "certain") return { position, line };
    }
  }

  private trimmedEnd(): number {
    return trimEnd(this.source, this.start.position, this.position);
  }
}

/** The end of what is not white space in `start`..`end`. */
function trimEnd(source: Buffer, start: number, end: number): number {
  let position = end;
  while (position > start && isSpace(source[position - 1] as number)) position--;
  return position;
}

function isSpace(byte: number): boolean {
  return byte === NEWLINE || isBlank[byte] === 1;
}
