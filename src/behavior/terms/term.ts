import type { Call } from "../../languages/index.js";
import type { Path } from "../facts/path.js";

/**
 * A term is an expression seen from inside its function: locals are replaced by
 * what they stand for where only one assignment reaches, comma-ok results say
 * what they test, and the results of one call know that they belong together.
 * Terms are values: two terms with the same `termKey` mean the same.
 */
export type Term =
  | { readonly kind: "constant"; readonly type: "string" | "number" | "boolean" | "nil"; readonly value: string }
  /**
   * A package-level name, `qualifier` as written before the dot (or null). `value`
   * is the constant's where it left the file that knows what the qualifier means.
   */
  | { readonly kind: "symbol"; readonly qualifier: string | null; readonly name: string; readonly value?: string }
  /** `rank` counts the parameters of one type, from 1. */
  | {
      readonly kind: "parameter";
      readonly index: number;
      readonly rank: number;
      readonly name: string;
      readonly type: string;
    }
  | { readonly kind: "receiver"; readonly type: string }
  /** A variable that several assignments reach, or one that is not followed; `identity` tells variables apart. */
  | {
      readonly kind: "local";
      readonly name: string;
      readonly type: string | null;
      readonly identity: object;
      readonly sources: () => readonly Source[];
    }
  /** `type` where more is known than the text shows. */
  | { readonly kind: "member"; readonly object: Term; readonly name: string; readonly type?: string }
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
  | { readonly kind: "composite"; readonly type: string; readonly entries: readonly Entry[] }
  | { readonly kind: "other"; readonly text: string };

export type TermOf<Kind extends Term["kind"]> = Extract<Term, { readonly kind: Kind }>;

interface Entry {
  readonly key: Term | null;
  readonly value: Term;
}

/** One value a local may have and the path to its assignment; the zero value of `var x T`; or one that is not known. */
export type Source =
  | { readonly kind: "unknown" }
  | { readonly kind: "zero"; readonly path: Path | null }
  | { readonly kind: "value"; readonly value: Term; readonly path: Path | null };

export const TRUE: Term = { kind: "constant", type: "boolean", value: "true" };
export const FALSE: Term = { kind: "constant", type: "boolean", value: "false" };
export const NIL: Term = { kind: "constant", type: "nil", value: "nil" };
export const EMPTY: Term = { kind: "constant", type: "string", value: "" };

/** The value a variable of a type has before anything is assigned. https://go.dev/ref/spec#The_zero_value */
export function zeroOf(type: string | null): Term {
  if (type === "bool") return FALSE;
  return type === "string" ? EMPTY : NIL;
}

/** The terms that a term is made of. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case "member":
    case "assertion":
      return [term.object];
    case "index":
      return [term.object, term.index];
    case "call":
      return [term.callee, ...term.arguments];
    case "part":
    case "has":
    case "element":
      return [term.of];
    case "unary":
      return [term.operand];
    case "binary":
      return [term.left, term.right];
    case "composite":
      return term.entries.flatMap(({ key, value }) => (key === null ? [value] : [key, value]));
    default:
      return [];
  }
}

/** The same tree with `replace` applied from the outside in; a non-null answer ends the descent. Unchanged parts stay the same. */
export function mapTerm(term: Term, replace: (term: Term) => Term | null): Term {
  const replaced = replace(term);
  if (replaced !== null) return replaced;
  const parts = partsOf(term);
  const mapped = parts.map((part) => mapTerm(part, replace));
  return mapped.every((part, index) => part === parts[index]) ? term : withParts(term, mapped);
}

/** The term made of other parts, in the order of `partsOf`. */
function withParts(term: Term, [first = term, ...rest]: readonly Term[]): Term {
  const [second = first] = rest;
  switch (term.kind) {
    case "member":
    case "assertion":
      return { ...term, object: first };
    case "index":
      return { ...term, object: first, index: second };
    case "call":
      return { ...term, callee: first, arguments: rest };
    case "part":
    case "has":
    case "element":
      return { ...term, of: first };
    case "unary":
      return { ...term, operand: first };
    case "binary":
      return { ...term, left: first, right: second };
    case "composite": {
      const values = [first, ...rest];
      const next = (): Term => values.shift() ?? first;
      return {
        ...term,
        entries: term.entries.map(({ key }) => ({ key: key === null ? null : next(), value: next() })),
      };
    }
    default:
      return term;
  }
}

/** Visits a term and everything in it, from the outside in. */
export function visitTerm(term: Term, visit: (term: Term) => void): void {
  visit(term);
  for (const part of partsOf(term)) visitTerm(part, visit);
}

const sizes = new WeakMap<Term, number>();

/** How many terms it is made of, those that occur several times counted each time. */
export function sizeOf(term: Term): number {
  const known = sizes.get(term);
  if (known !== undefined) return known;
  const size = partsOf(term).reduce((sum, part) => sum + sizeOf(part), 1);
  sizes.set(term, size);
  return size;
}
