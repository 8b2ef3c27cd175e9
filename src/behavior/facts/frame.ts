import type { Parameter } from "../../languages/index.js";
import type { Path } from "./path.js";
import type { Scope } from "./scope.js";

/** Where the walk stands, and so where what it notes stands. */
export interface Frame {
  readonly scope: Scope;
  readonly path: Path | null;
  readonly when: "now" | "deferred" | "concurrent";
  /** Counts the `defer` statements of the function, whose last one runs first. Null for what is not deferred. */
  readonly deferral: number | null;
  /** Stands in a closure: it runs when somebody calls that. */
  readonly inClosure: boolean;
  /** What the innermost function returns. */
  readonly results: readonly Parameter[];
}

/** Further inside: in a block of the frame's, on a path that goes on from its. Field by field, since a walk makes very many. */
export function inside(
  { scope: outer, path: before, when, deferral, inClosure, results }: Frame,
  scope: Scope = outer,
  path: Path | null = before,
): Frame {
  return { scope, path, when, deferral, inClosure, results };
}
