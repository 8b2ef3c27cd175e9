import type { Expression } from "../../languages/index.js";
import type { Scope } from "../facts/scope.js";
import { lowerTerm } from "../terms/lower-term.js";
import { type ConstantLookup, lastName, termKey } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";

/** What an assignment to a list does to one element; `element` null means all of them. */
export interface ListEffect {
  readonly action: "set" | "delete";
  readonly element: Term | null;
}

/** Functions of libraries and projects that take a list and an element tell by their name what they do. */
const REMOVES = /remove|delete|without|exclude|filter/i;
const ADDS = /append|add|merge|union|insert|ensure/i;

/** Reads `list = value`: append, literal, nil, or a helper that takes the list and an element. */
export function listEffects(target: Term, value: Expression, scope: Scope, constantOf: ConstantLookup): ListEffect[] {
  const term = lowerTerm(value, scope);
  if (term.kind === "constant" && term.type === "nil") return [{ action: "delete", element: null }];
  if (term.kind === "composite") {
    return term.entries.length === 0
      ? [{ action: "delete", element: null }]
      : term.entries.map((entry) => ({ action: "set", element: entry.value }));
  }
  if (term.kind !== "call") return [];
  const own = termKey(target, constantOf);
  const others = term.arguments.filter((argument) => termKey(argument, constantOf) !== own);
  const name = lastName(term.callee);
  // A list made of something else than itself: what is in it is not known here.
  const keeps = others.length < term.arguments.length || term.callee.kind === "member";
  if (!keeps && name !== "append") return [];
  if (REMOVES.test(name)) return elements(others, "delete");
  return ADDS.test(name) ? elements(others, "set") : [];
}

function elements(terms: readonly Term[], action: ListEffect["action"]): ListEffect[] {
  return terms.flatMap((term): ListEffect[] => {
    if (term.kind === "composite") return term.entries.map((entry) => ({ action, element: entry.value }));
    return term.kind === "constant" || term.kind === "symbol" || term.kind === "parameter"
      ? [{ action, element: term }]
      : [];
  });
}
