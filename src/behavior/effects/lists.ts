import { lastName } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";

/** What giving a list a new value does to one element; `element` null means all of them. */
export interface ListEffect {
  readonly action: "set" | "delete";
  readonly element: Term | null;
}

/** Functions of libraries and projects that take a list and an element tell by their name what they do. */
const REMOVES = /remove|delete|without|exclude|filter/i;
const ADDS = /append|add|merge|union|insert|ensure/i;

/** Reads what a list is given: append, literal, nil, or a helper that takes the list and an element. `isOwn` knows the list itself. */
export function listEffects(value: Term, isOwn: (term: Term) => boolean): ListEffect[] {
  if (value.kind === "constant" && value.type === "nil") return [{ action: "delete", element: null }];
  if (value.kind === "composite") {
    return value.entries.length === 0
      ? [{ action: "delete", element: null }]
      : value.entries.map((entry) => ({ action: "set", element: entry.value }));
  }
  if (value.kind !== "call") return [];
  const others = value.arguments.filter((argument) => !isOwn(argument));
  const name = lastName(value.callee);
  // A list made of something else than itself: what is in it is not known here.
  const keeps = others.length < value.arguments.length || value.callee.kind === "member";
  if (!keeps && name !== "append") return [];
  if (REMOVES.test(name)) return elements(others, "delete");
  return ADDS.test(name) ? elements(others, "set") : [];
}

function elements(terms: readonly Term[], action: ListEffect["action"]): ListEffect[] {
  return terms.flatMap((term): ListEffect[] => {
    if (term.kind === "composite") return term.entries.map((entry) => ({ action, element: entry.value }));
    return isElement(term) ? [{ action, element: term }] : [];
  });
}

/** Contexts, flags, closures and other lists are no elements. */
function isElement(term: Term): boolean {
  if (term.kind === "constant") return term.type === "string";
  return term.kind === "symbol" || term.kind === "parameter" || term.kind === "local";
}
