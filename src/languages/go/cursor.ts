import { Scanner } from "./scan.js";
import type { Token } from "./tokens.js";

/** How deeply brackets, types and prefixes may nest: what the stack bears, several times over. */
const DEEPEST_NESTING = 250;

/** The parser's place in the text, and what it has to remember on the way. */
export class Cursor extends Scanner {
  /**
   * A `{` after a type's name starts a composite literal. Not so in the header
   * of if, for and switch outside of brackets, where it starts the block.
   * https://go.dev/ref/spec#Composite_literals
   */
  composites = true;
  /** The deepest place so far. */
  deepest = 0;
  /** The most operators so far that follow one another without nesting: `a.b().c()`, `a + b + c`. */
  longestChain = 0;

  private depth = 0;

  constructor(text: string, metavariables = false) {
    super(text, metavariables);
    this.next();
  }

  at(token: Token): boolean {
    return this.token === token;
  }

  /** Moves beyond the token if it is the current one. */
  accept(token: Token): boolean {
    if (this.token !== token) return false;
    this.next();
    return true;
  }

  expect(token: Token): void {
    if (this.token !== token) this.rejectToken(token === "name" ? "a name" : `"${token}"`);
    this.next();
  }

  expectName(): string {
    const name = this.spelling;
    this.expect("name");
    return name;
  }

  /** What stands between brackets, where a composite literal may always stand. */
  bracketed<Inside>(opener: Token, parse: (cursor: Cursor) => Inside, closer: Token): Inside {
    const { composites } = this;
    this.composites = true;
    this.enter();
    this.expect(opener);
    const inside = parse(this);
    this.expect(closer);
    this.leave();
    this.composites = composites;
    return inside;
  }

  /** What stands between a keyword and its block: there `{` starts the block. */
  header<Header>(parse: (cursor: Cursor) => Header): Header {
    const { composites } = this;
    this.composites = false;
    const header = parse(this);
    this.composites = composites;
    return header;
  }

  /** Fields, specs and the like up to, not including, `closer`: each ends with a semicolon, which the last may lack. */
  lines<Line>(closer: Token, parse: (cursor: Cursor) => Line): readonly Line[] {
    const lines: Line[] = [];
    while (!this.at(closer)) {
      lines.push(parse(this));
      if (!this.accept(";")) break;
    }
    return lines;
  }

  /** One level deeper; every `enter` has its `leave`. */
  enter(): void {
    this.depth++;
    if (this.depth > this.deepest) this.deepest = this.depth;
    if (this.depth > DEEPEST_NESTING) this.reject("nested too deeply");
  }

  leave(): void {
    this.depth--;
  }

  /** One more operator in a chain: the tree grows, however shallow the place is. */
  extendChain(length: number): void {
    if (length > this.longestChain) this.longestChain = length;
  }

  rejectToken(expected: string): never {
    this.reject(`expected ${expected}, found ${this.found()}`);
  }

  private found(): string {
    if (this.token === "end") return "the end";
    if (this.token === ";" && this.spelling !== ";") return "the end of the line";
    return `"${this.spelling.split("\n", 1)[0]}"`;
  }
}
