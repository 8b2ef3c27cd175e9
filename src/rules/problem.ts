/** A place in a pack's file. Lines and columns are 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong in a pack's file, where, and what to write instead. */
export interface Problem extends Place {
  readonly message: string;
  readonly hint: string;
}

/** A place inside the YAML: field names and list positions from the top. */
export type Path = readonly (string | number)[];

/**
 * How the checks tell what they found. `offset` counts within the text at
 * `path`; `on: "name"` points at the field's name and not at its value.
 */
export type Report = (
  path: Path,
  message: string,
  hint: string,
  where?: { readonly offset?: number; readonly on?: "name" | "value" },
) => void;

export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column || (a.message < b.message ? -1 : 1));
}

/** The usual one-line form: `pack.yml:3:5: what is wrong. What to write instead.` */
export function formatProblem(problem: Problem): string {
  const { file, line, column, message, hint } = problem;
  return `${file}:${line}:${column}: ${message}. ${hint}`;
}
