import { printTerm } from "./print-term.js";
import type { Term, TermOf } from "./term.js";
import { bareType } from "./type-text.js";

/** The declared type of a call's result, where the function is known. */
export type Results = (callee: Term, index: number) => string | null;

/** The bare type a term is known to have, or null. */
export function typeOfTerm(term: Term, results: Results): string | null {
  const type = typeTextOf(term, results);
  return type === null || type === "" ? null : bareType(type);
}

/** Variables are followed this far to find a type. */
const MAXIMUM_DEPTH = 4;

/** The type as written, with its package and pointer, or null. */
export function typeTextOf(term: Term, results: Results, depth = 0): string | null {
  const of = (inner: Term): string | null => typeTextOf(inner, results, depth);
  switch (term.kind) {
    case "receiver":
    case "parameter":
    case "composite":
    case "assertion":
      return term.type;
    case "local":
      return term.type ?? typeOfSources(term, results, depth);
    case "member":
      return term.type ?? null;
    case "unary":
      return term.operator === "&" || term.operator === "*" ? of(term.operand) : null;
    case "element":
      return term.role === "value" ? elementType(of(term.of)) : null;
    case "index":
      return elementType(of(term.object));
    case "part":
      return term.of.kind === "call" ? results(term.of.callee, term.index) : null;
    case "call":
      return typeOfCall(term, of) ?? results(term.callee, 0);
    default:
      return null;
  }
}

function typeOfSources(term: TermOf<"local">, results: Results, depth: number): string | null {
  if (depth >= MAXIMUM_DEPTH) return null;
  for (const source of term.sources()) {
    const type = source.kind === "value" ? typeTextOf(source.value, results, depth + 1) : null;
    if (type !== null) return type;
  }
  return null;
}

/** `[]*Pod` and `map[string]*Pod` hold `*Pod`. */
function elementType(type: string | null): string | null {
  return type?.match(/^(?:\[\d*\]|map\[[\w.*]+\])(.+)$/)?.[1] ?? null;
}

/** `new(T)` is a T, and a copy of x is what x is. */
function typeOfCall({ callee, arguments: [first] }: TermOf<"call">, of: (term: Term) => string | null): string | null {
  if (callee.kind === "symbol" && callee.qualifier === null && callee.name === "new" && first !== undefined)
    return first.kind === "symbol" || first.kind === "other" ? printTerm(first) : null;
  return callee.kind === "member" && callee.name === "DeepCopy" ? of(callee.object) : null;
}
