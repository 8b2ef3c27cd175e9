import type { Call, Composite, Expression, FunctionDeclaration, Return } from "../../languages/index.js";
import type { Path } from "./path.js";
import type { Scope } from "./scope.js";

interface Place {
  readonly scope: Scope;
  readonly path: Path | null;
  /** Counts from 0 within the declaration. */
  readonly line: number;
  readonly when: "now" | "deferred" | "concurrent";
  /** Stands in a closure: it runs when somebody calls that. */
  readonly inClosure: boolean;
}

/** A place in a body where something may happen to state. In execution order as written. */
export type Site =
  | (Place & { readonly kind: "call"; readonly call: Call })
  | (Place & {
      readonly kind: "assign";
      readonly target: Expression;
      readonly operator: string;
      readonly value: Expression | null;
    })
  | (Place & { readonly kind: "composite"; readonly composite: Composite; readonly type: Expression | null })
  /** A function named without being called: a handler handed on. */
  | (Place & { readonly kind: "reference"; readonly expression: Expression });

export interface ReturnSite extends Place {
  readonly statement: Return;
}

/** All that is ever asked about a function; depends on its text alone. */
export interface FunctionFacts {
  readonly declaration: FunctionDeclaration;
  readonly scope: Scope;
  readonly sites: readonly Site[];
  readonly returns: readonly ReturnSite[];
}
