import { Failure } from "../primitives/index.js";
import type { Fault } from "./fault.js";

/** A place in a pack's file. Lines and columns are 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong in a file, and where. */
export interface Problem extends Place {
  readonly fault: Fault;
}

/** A place inside the YAML: field names and list positions from the top. */
export type Path = readonly (string | number)[];

/**
 * How the checks tell what they found. `offset` counts within the text at
 * `path`; `on: "name"` points at the field's name and not at its value.
 */
export type Report = (
  path: Path,
  fault: Fault,
  where?: { readonly offset?: number; readonly on?: "name" | "value" },
) => void;

export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) => a.line - b.line || a.column - b.column || (JSON.stringify(a.fault) < JSON.stringify(b.fault) ? -1 : 1),
  );
}

/** A file of rules or of settings that is wrong; `problems` has all of it, in the order of the file. */
export class InvalidFile extends Failure {
  constructor(
    override readonly code: "rules.invalid-pack" | "config.invalid",
    readonly file: string,
    readonly problems: readonly Problem[],
  ) {
    super(code, { file, count: problems.length });
  }
}
