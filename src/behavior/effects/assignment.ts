import type { Expression } from "../../languages/index.js";
import type { Site } from "../facts/function-facts.js";
import type { Scope } from "../facts/scope.js";
import type { Term } from "../terms/term.js";

/** `target operator value`: an assignment, or a field of a literal. */
export interface Assignment {
  readonly target: Term;
  /** The target as written; null for a field of a literal. */
  readonly written: Expression | null;
  readonly operator: string;
  readonly value: Expression;
  readonly scope: Scope;
  readonly site: Site;
  readonly line: number;
}
