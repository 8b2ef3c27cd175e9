import type { Expression } from "../../languages/index.js";
import type { Path } from "./path.js";

/** What is known of one assignment to a local. */
export type Assignment =
  /** `var x T` */
  | { readonly kind: "zero" }
  /** `x := value`, or the `index`-th of `size` results of one value. */
  | {
      readonly kind: "value";
      readonly value: Expression;
      readonly scope: Scope;
      readonly path: Path | null;
      readonly index: number;
      readonly size: number;
      /** The whole assignment as written: `pod, ok := pods.Load(key)`. */
      readonly text: string;
    }
  /** What `range over` yields. */
  | { readonly kind: "element"; readonly over: Expression; readonly scope: Scope; readonly role: "key" | "value" }
  /** Changed in a way that is not followed: `x++`, `&x` handed on. */
  | { readonly kind: "unknown" };

/** A name's meaning inside a function. Assignments are collected while walking. */
export interface Binding {
  readonly name: string;
  readonly id: number;
  /** UTF-16 offset in the declaration from which on it is visible. https://go.dev/ref/spec#Declarations_and_scope */
  readonly since: number;
  readonly type: string | null;
  /** `ordinal`: which of the parameters of its type it is. */
  readonly origin: "local" | "receiver" | { readonly parameter: number; readonly ordinal: number };
  readonly assignments: Assignment[];
}

/** Names visible in a block; blocks nest. */
export class Scope {
  readonly #bindings = new Map<string, Binding>();

  constructor(readonly parent: Scope | null) {}

  declare(binding: Binding): void {
    this.#bindings.set(binding.name, binding);
  }

  /** The binding declared in this very block, or null. */
  own(name: string): Binding | null {
    return this.#bindings.get(name) ?? null;
  }

  /** The binding that a name has at an offset. */
  find(name: string, at: number): Binding | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      const binding = scope.#bindings.get(name);
      if (binding !== undefined && binding.since <= at) return binding;
    }
    return null;
  }
}
