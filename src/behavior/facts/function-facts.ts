import type {
  Call,
  Composite,
  Expression,
  FunctionDeclaration,
  Parameter,
  Return,
  Statement,
} from "../../languages/index.js";
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

/** Told of every statement and expression that the walk comes by, before what is in it. */
export type See = (tree: Statement | Expression, frame: Frame) => void;

interface Noted extends Frame {
  /** Counts from 0 within the declaration. */
  readonly line: number;
}

/** A place in a body where something may happen to state. In execution order as written. */
export type Site = Noted & {
  /** Its place among the sites of the function. */
  readonly order: number;
} & (
    | { readonly kind: "call"; readonly call: Call }
    | {
        readonly kind: "assign";
        readonly target: Expression;
        readonly operator: string;
        /** The value, or what gives several of which this is one. */
        readonly value: Expression;
      }
    | { readonly kind: "composite"; readonly composite: Composite }
    /** A function named without being called: a handler handed on. */
    | { readonly kind: "reference"; readonly expression: Expression }
  );

export type SiteOf<Kind extends Site["kind"]> = Extract<Site, { readonly kind: Kind }>;

export interface ReturnSite extends Noted {
  readonly statement: Return;
}

/** All that is ever asked about a function; depends on its text alone. */
export interface FunctionFacts {
  readonly declaration: FunctionDeclaration;
  readonly scope: Scope;
  readonly sites: readonly Site[];
  readonly returns: readonly ReturnSite[];
}
