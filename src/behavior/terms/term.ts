import type { Call } from "../../languages/index.js";
import type { Path } from "../facts/path.js";

/**
 * A term is an expression seen from inside its function: locals that are
 * assigned once are replaced by what they stand for, comma-ok results say what
 * they test, and the results of one call know that they belong together. Terms
 * are values: two terms with the same `termKey` mean the same.
 */
export type Term =
  | { readonly kind: "constant"; readonly type: "string" | "number" | "boolean" | "nil"; readonly value: string }
  /**
   * A package-level name, `qualifier` as written before the dot (or null). `value` is set where the
   * term has left the file whose imports say what the qualifier means.
   */
  | {
      readonly kind: "symbol";
      readonly qualifier: string | null;
      readonly name: string;
      readonly value?: string | null;
    }
  | {
      readonly kind: "parameter";
      readonly index: number;
      readonly ordinal: number;
      readonly name: string;
      readonly type: string;
    }
  | { readonly kind: "receiver"; readonly type: string }
  /** A variable with more than one assignment, or none that is known. */
  | {
      readonly kind: "local";
      readonly name: string;
      readonly type: string | null;
      readonly id: number;
      readonly sources: () => readonly Source[];
    }
  | { readonly kind: "member"; readonly object: Term; readonly name: string }
  | { readonly kind: "index"; readonly object: Term; readonly index: Term }
  | { readonly kind: "call"; readonly callee: Term; readonly arguments: readonly Term[]; readonly node: Call }
  /** One result of a call that returns several. */
  | { readonly kind: "part"; readonly of: Term; readonly index: number; readonly size: number }
  /** The second value of `v, ok := x[k]`, `x.(T)` or `<-c`: that it was there. */
  | { readonly kind: "has"; readonly of: Term }
  | { readonly kind: "assertion"; readonly object: Term; readonly type: string }
  /** What a range loop yields. */
  | { readonly kind: "element"; readonly of: Term; readonly role: "key" | "value" }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Term }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Term; readonly right: Term }
  | {
      readonly kind: "composite";
      readonly type: string;
      readonly entries: readonly { readonly key: Term | null; readonly value: Term }[];
    }
  | { readonly kind: "other"; readonly text: string };

/** One assignment of a local: its value and the path to it, or the zero value of `var x T` (value null), or unknown. */
export type Source =
  | { readonly kind: "zero" | "unknown" }
  | { readonly kind: "value"; readonly value: Term; readonly path: Path | null };

export const TRUE: Term = { kind: "constant", type: "boolean", value: "true" };
export const FALSE: Term = { kind: "constant", type: "boolean", value: "false" };
export const NIL: Term = { kind: "constant", type: "nil", value: "nil" };

/** The value a variable of a type has before anything is assigned. https://go.dev/ref/spec#The_zero_value */
export function zeroOf(type: string | null): Term {
  if (type === "bool") return FALSE;
  return type === "string" ? { kind: "constant", type: "string", value: "" } : NIL;
}

/** The same tree with `replace` applied from the outside in; a non-null answer ends the descent. */
export function mapTerm(term: Term, replace: (term: Term) => Term | null): Term {
  const replaced = replace(term);
  if (replaced !== null) return replaced;
  const map = (child: Term): Term => mapTerm(child, replace);
  switch (term.kind) {
    case "member":
      return { ...term, object: map(term.object) };
    case "index":
      return { ...term, object: map(term.object), index: map(term.index) };
    case "call":
      return { ...term, callee: map(term.callee), arguments: term.arguments.map(map) };
    case "part":
    case "has":
    case "element":
      return { ...term, of: map(term.of) };
    case "assertion":
      return { ...term, object: map(term.object) };
    case "unary":
      return { ...term, operand: map(term.operand) };
    case "binary":
      return { ...term, left: map(term.left), right: map(term.right) };
    case "composite":
      return {
        ...term,
        entries: term.entries.map(({ key, value }) => ({ key: key === null ? null : map(key), value: map(value) })),
      };
    default:
      return term;
  }
}

/** Visits a term and everything in it, from the outside in. */
export function visitTerm(term: Term, visit: (term: Term) => void): void {
  mapTerm(term, (each) => {
    visit(each);
    return null;
  });
}
