import type { Call } from "../../languages/index.js";
import { perObject } from "../../primitives/index.js";
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

/**
 * The same tree with `replace` applied from the outside in; a non-null answer ends the descent.
 * What stays the same is the same object, not a copy.
 */
export function mapTerm(term: Term, replace: (term: Term) => Term | null): Term {
  const replaced = replace(term);
  if (replaced !== null) return replaced;
  switch (term.kind) {
    case "member":
    case "assertion": {
      const object = mapTerm(term.object, replace);
      return object === term.object ? term : { ...term, object };
    }
    case "index": {
      const object = mapTerm(term.object, replace);
      const index = mapTerm(term.index, replace);
      return object === term.object && index === term.index ? term : { ...term, object, index };
    }
    case "call": {
      const callee = mapTerm(term.callee, replace);
      const given = mapAll(term.arguments, (each) => mapTerm(each, replace));
      return callee === term.callee && given === term.arguments ? term : { ...term, callee, arguments: given };
    }
    case "part":
    case "has":
    case "element": {
      const of = mapTerm(term.of, replace);
      return of === term.of ? term : { ...term, of };
    }
    case "unary": {
      const operand = mapTerm(term.operand, replace);
      return operand === term.operand ? term : { ...term, operand };
    }
    case "binary": {
      const left = mapTerm(term.left, replace);
      const right = mapTerm(term.right, replace);
      return left === term.left && right === term.right ? term : { ...term, left, right };
    }
    case "composite": {
      const entries = mapAll(term.entries, (entry) => {
        const key = entry.key === null ? null : mapTerm(entry.key, replace);
        const value = mapTerm(entry.value, replace);
        return key === entry.key && value === entry.value ? entry : { key, value };
      });
      return entries === term.entries ? term : { ...term, entries };
    }
    default:
      return term;
  }
}

/** The items as `map` makes them; the same list when all stay the same. */
export function mapAll<T>(items: readonly T[], map: (item: T) => T): readonly T[] {
  const mapped = items.map(map);
  return mapped.every((item, index) => item === items[index]) ? items : mapped;
}

/** Visits a term and everything in it, from the outside in. */
export function visitTerm(term: Term, visit: (term: Term) => void): void {
  visit(term);
  switch (term.kind) {
    case "member":
    case "assertion":
      visitTerm(term.object, visit);
      break;
    case "index":
      visitTerm(term.object, visit);
      visitTerm(term.index, visit);
      break;
    case "call":
      visitTerm(term.callee, visit);
      for (const given of term.arguments) visitTerm(given, visit);
      break;
    case "part":
    case "has":
    case "element":
      visitTerm(term.of, visit);
      break;
    case "unary":
      visitTerm(term.operand, visit);
      break;
    case "binary":
      visitTerm(term.left, visit);
      visitTerm(term.right, visit);
      break;
    case "composite":
      for (const { key, value } of term.entries) {
        if (key !== null) visitTerm(key, visit);
        visitTerm(value, visit);
      }
      break;
  }
}

/** How many terms it is made of, those that occur several times counted each time. */
export const sizeOf = perObject((term: Term): number => partsOf(term).reduce((sum, part) => sum + sizeOf(part), 1));
