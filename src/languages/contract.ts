import type { Declaration, Expression } from "./tree.js";

/** What a path tells about a file before it is read. */
export type SourceRole = "source" | "test" | "mock" | "vendored" | "generated";

/** One top-level declaration, cut out of a file but not yet parsed. */
export interface Piece {
  readonly kind: "function" | "constants" | "variables" | "types" | "other";
  /** The function's name, or null for groups. */
  readonly name: string | null;
  /** The receiver type's bare name for a method, else null. */
  readonly owner: string | null;
  /** Byte offsets in the source, end exclusive. Starts at the keyword, not at the comment before it. */
  readonly start: number;
  readonly end: number;
  /** 1-based line of `start`. */
  readonly line: number;
}

/** A file, cut into declarations. */
export interface Cut {
  /** The package or module name the file states. */
  readonly module: string;
  readonly imports: readonly { readonly alias: string | null; readonly path: string }[];
  readonly pieces: readonly Piece[];
  /** Places where cutting lost its way, 1-based lines. What lies there is unknown, not absent. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

export type Lowered =
  | { readonly ok: true; readonly declaration: Declaration }
  /** `line` counts from 0 within the text. */
  | { readonly ok: false; readonly line: number; readonly message: string };

/**
 * Everything the rest of the program knows about a language. A front-end is
 * pure: bytes in, values out. It never throws on bad source; what it cannot
 * read it reports as a problem, so that callers can say "unknown".
 */
export interface LanguageFrontEnd {
  readonly id: string;
  /** File-name endings with the dot: [".go"]. */
  readonly extensions: readonly string[];
  /** The role a path suggests (tests, mocks, vendored copies, files that generators name). */
  roleOf(path: string): SourceRole;
  /** The source says it is generated (for Go: `// Code generated ... DO NOT EDIT.`). */
  isGenerated(source: Buffer): boolean;
  /** Cuts a whole file into declarations, fast, without parsing bodies. */
  cut(source: Buffer): Cut;
  /** Parses one declaration's text. */
  lower(text: string): Lowered;
  /**
   * Parses an expression. Names may start with `$`: patterns use them as
   * metavariables. Returns null and a message when it does not parse.
   */
  parseExpression(
    text: string,
  ): { readonly expression: Expression } | { readonly message: string; readonly offset: number };
  /**
   * The text of a declaration that parses, with spaces in place of its comments and of what stands in its
   * strings, unless they are kept. Positions stay as they are.
   */
  blank(text: string, keep: { readonly comments: boolean; readonly strings: boolean }): string;
  /** Canonical source text of an expression: one spelling whatever the layout was. */
  print(expression: Expression): string;
}
