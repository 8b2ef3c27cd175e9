import { ASTERISK, BACKQUOTE, BACKSLASH, isBlank, NEWLINE, SEMICOLON, SLASH } from "./characters.js";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** Behind a byte order mark, which Go ignores at the start of a file. */
function textStart(source: Buffer): number {
  return BYTE_ORDER_MARK.every((byte, index) => source[index] === byte) ? BYTE_ORDER_MARK.length : 0;
}

/** A place in a file's bytes, and the steps over what has to be read as a whole. */
export class ByteCursor {
  position: number;
  /** The line of `position`, counted from 1. */
  line = 1;
  /** From here on no comment in the form of this one ends. */
  private lastComment = Number.POSITIVE_INFINITY;

  constructor(
    readonly source: Buffer,
    start = textStart(source),
    /** Nothing behind this is read. */
    protected end = source.length,
  ) {
    this.position = start;
  }

  /** Moves to the next code. False at the end of the file. */
  skipSpace(): boolean {
    const { source, end } = this;
    while (this.position < end) {
      const byte = source[this.position] as number;
      if (byte === NEWLINE) this.skipNewline();
      else if (isBlank[byte] === 1 || byte === SEMICOLON) this.position++;
      else if (byte !== SLASH || !this.skipComment()) return true;
    }
    return false;
  }

  protected skipNewline(): void {
    this.position++;
    this.line++;
  }

  /** Moves beyond the comment that starts here; false when none does, or when it has no end. */
  protected skipComment(): boolean {
    const { source, position } = this;
    const next = source[position + 1];
    if (next === SLASH) {
      this.skipToNewline();
      return true;
    }
    return next === ASTERISK && this.skipGeneralComment();
  }

  private skipToNewline(): void {
    const { source, end } = this;
    let position = this.position;
    while (position < end && source[position] !== NEWLINE) position++;
    this.position = position;
  }

  private skipGeneralComment(): boolean {
    if (this.position >= this.lastComment) return false;
    const { source, end } = this;
    let { line } = this;
    for (let position = this.position + 2; position < end; position++) {
      const byte = source[position];
      if (byte === NEWLINE) {
        line++;
      } else if (byte === ASTERISK && source[position + 1] === SLASH) {
        this.position = position + 2;
        this.line = line;
        return true;
      }
    }
    this.lastComment = this.position;
    return false;
  }

  /** Moves beyond a string or character. False, in front of the newline, when the line ends before it. */
  protected skipQuoted(quote: number): boolean {
    const { source, end } = this;
    let position = this.position + 1;
    for (; position < end; position++) {
      const byte = source[position];
      if (byte === quote) {
        this.position = position + 1;
        return true;
      }
      if (byte === BACKSLASH && source[position + 1] !== NEWLINE) position++;
      else if (byte === NEWLINE) break;
    }
    this.position = Math.min(position, end);
    return false;
  }

  /** Moves beyond a raw string. False, behind its opening quote, when it has no end. */
  protected skipRawString(): boolean {
    const { source, end } = this;
    let { line } = this;
    for (let position = this.position + 1; position < end; position++) {
      const byte = source[position];
      if (byte === NEWLINE) {
        line++;
      } else if (byte === BACKQUOTE) {
        this.position = position + 1;
        this.line = line;
        return true;
      }
    }
    this.position++;
    return false;
  }
}
