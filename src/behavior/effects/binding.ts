import { mapTerm, type Term } from "../terms/term.js";
import type { CallArguments } from "./call-arguments.js";
import { fillHoles, type ValueText } from "./value.js";

/** How a function's terms and values read from where it is called. */
export interface Binding {
  /** What a parameter stands for; null for everything else. */
  readonly replace: (term: Term) => Term | null;
  readonly term: (term: Term) => Term;
  readonly value: (value: ValueText) => ValueText;
}

/** Nothing is bound: the function as its own text has it. */
export const UNBOUND: Binding = { replace: () => null, term: (term) => term, value: (value) => value };

export function bindingOf({ terms, values }: CallArguments): Binding {
  const replace = (term: Term): Term | null => (term.kind === "parameter" ? (terms[term.index] ?? null) : null);
  return { replace, term: (term) => mapTerm(term, replace), value: (value) => fillHoles(value, values) };
}

/** First `inner`, then what it gives seen through `outer`. */
export function compose(inner: Binding, outer: Binding): Binding {
  return {
    replace: (term) => {
      const replaced = inner.replace(term);
      return replaced === null ? outer.replace(term) : outer.term(replaced);
    },
    term: (term) => outer.term(inner.term(term)),
    value: (value) => outer.value(inner.value(value)),
  };
}

/** A call's arguments, seen through a binding. */
export function bindArguments({ terms, values }: CallArguments, binding: Binding): CallArguments {
  return { terms: terms.map(binding.term), values: values.map(binding.value) };
}
