import type { Call, Composite, Expression, FunctionDeclaration, Return, Statement } from "../../languages/index.js";
import type { Frame } from "./frame.js";
import type { Scope } from "./scope.js";

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
