import { ByteCursor } from "./byte-cursor.js";
import {
  BACKQUOTE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  DOT,
  DOUBLE_QUOTE,
  isLetter,
  isWord,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
} from "./characters.js";
import { decodeRawString, decodeString } from "./literals.js";

export interface Import {
  readonly alias: string | null;
  readonly path: string;
}

/** Reads the few names that a declaration starts with, from its bytes. */
export class HeadReader extends ByteCursor {
  /** The name or keyword that is next, or null. */
  word(): string | null {
    if (!this.skipSpace() || isLetter[this.byte] === 0) return null;
    const { source, position, end } = this;
    while (this.position < end && isWord[this.byte] === 1) this.position++;
    return source.toString("utf8", position, this.position);
  }

  /** What follows `func` in a declaration up to `end`: `(receiver) Name` or `Name`. */
  functionHead(end: number): { readonly name: string | null; readonly owner: string | null } {
    this.end = end;
    const owner = this.skip(OPEN_PARENTHESIS) ? this.receiverType() : null;
    return { name: this.word(), owner };
  }

  /** What follows `import` in a declaration up to `end`: one import or a group. */
  imports(end: number): readonly Import[] {
    this.end = end;
    this.skip(OPEN_PARENTHESIS);
    const imports: Import[] = [];
    for (let next = this.import(); next !== null; next = this.import()) imports.push(next);
    return imports;
  }

  private get byte(): number {
    return this.source[this.position] ?? 0;
  }

  /** Moves beyond the byte if it is next. */
  private skip(byte: number): boolean {
    if (!this.skipSpace() || this.byte !== byte) return false;
    this.position++;
    return true;
  }

  /** The bare name in `name *Type[Argument])`: the last word outside of square brackets. */
  private receiverType(): string | null {
    let type: string | null = null;
    for (let nesting = 1; nesting > 0 && this.skipSpace(); ) {
      const word = this.word();
      if (word !== null) {
        type = word;
        continue;
      }
      if (this.byte === OPEN_PARENTHESIS) nesting++;
      else if (this.byte === CLOSE_PARENTHESIS) nesting--;
      else if (this.byte === OPEN_BRACKET) this.skipTypeArguments();
      this.position++;
    }
    return type;
  }

  /** Moves to the closing bracket. */
  private skipTypeArguments(): void {
    let nesting = 0;
    for (; this.position < this.end; this.position++) {
      if (this.byte === OPEN_BRACKET) nesting++;
      else if (this.byte === CLOSE_BRACKET && --nesting === 0) return;
    }
  }

  private import(): Import | null {
    const alias = this.skip(DOT) ? "." : this.word();
    const path = this.quoted();
    return path === null ? null : { alias, path };
  }

  private quoted(): string | null {
    if (!this.skipSpace()) return null;
    const { source, position, byte } = this;
    const isRaw = byte === BACKQUOTE;
    if (isRaw ? !this.skipRawString() : byte !== DOUBLE_QUOTE || !this.skipQuoted(byte)) return null;
    const inside = source.toString("utf8", position + 1, this.position - 1);
    return isRaw ? decodeRawString(inside) : decodeString(inside);
  }
}
