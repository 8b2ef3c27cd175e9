import type { Expression } from "../../languages/index.js";
import type { Path } from "./path.js";

/** What is known of one assignment to a local. */
export type Assignment = {
  /** Where the statement ends: what stands before it does not see the new value. */
  readonly at: number;
  /** The block the statement stands in; its names mean what they mean there. */
  readonly scope: Scope;
  readonly path: Path | null;
} & (
  | /** `var x T` */ { readonly kind: "zero" }
  | {
      readonly kind: "value";
      /** The value, or what gives several: this is the `index`-th of `size` results. */
      readonly value: Expression;
      readonly index: number;
      readonly size: number;
      /** The whole assignment as written: `pod, ok := pods.Load(key)`. */
      readonly text: string;
    }
  | /** What `range over` yields. */ {
      readonly kind: "element";
      readonly over: Expression;
      readonly role: "key" | "value";
    }
  | /** Changed in a way that is not followed: `x++`, `&x` handed on. */ { readonly kind: "unknown" }
);

/** A name's meaning inside a function. Assignments are collected while walking. */
export interface Binding {
  readonly name: string;
  readonly id: number;
  readonly type: string | null;
  /** `rank` counts the parameters of one type, so that two of them are told apart whatever their names are. */
  readonly origin: "local" | "receiver" | { readonly parameter: number; readonly rank: number };
  /** Where in the text the name begins to have this meaning. */
  readonly since: number;
  readonly scope: Scope;
  readonly assignments: Assignment[];
}

/**
 * What a block is to the code around it: an alternative excludes its siblings, a
 * loop's body may have run before, a closure runs when somebody calls it.
 */
export type ScopeKind = "block" | "alternative" | "loop" | "closure";

/** Names visible in a block; blocks nest. */
export class Scope {
  /** Whoever reaches the end of this block has left the function. */
  leaves = false;
  readonly #bindings = new Map<string, Binding>();
  readonly #depth: number;

  constructor(
    readonly parent: Scope | null,
    readonly kind: ScopeKind = "block",
  ) {
    this.#depth = parent === null ? 0 : parent.#depth + 1;
  }

  declare(binding: Binding): void {
    this.#bindings.set(binding.name, binding);
  }

  /** The binding declared in this very block, or null. */
  own(name: string): Binding | null {
    return this.#bindings.get(name) ?? null;
  }

  /** What the name means at a position of the text. */
  find(name: string, at: number): Binding | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      const binding = scope.#bindings.get(name);
      if (binding !== undefined && binding.since <= at) return binding;
    }
    return null;
  }

  /** Every place of `other` lies in this block. */
  encloses(other: Scope): boolean {
    let scope: Scope = other;
    while (scope.#depth > this.#depth && scope.parent !== null) scope = scope.parent;
    return scope === this;
  }

  /** This block and those around it, up to but without `outer`, from the inside out. */
  within(outer: Scope): Scope[] {
    const scopes: Scope[] = [];
    for (let scope: Scope | null = this; scope !== null && scope !== outer; scope = scope.parent) scopes.push(scope);
    return scopes;
  }
}
