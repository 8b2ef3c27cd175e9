import { mapTerm, type Term, type TermOf } from "../terms/term.js";
import type { CallArguments } from "./call-arguments.js";
import { fillHoles, type ValueText } from "./value.js";

/** How a function's terms and values read from where it is called. */
export interface Binding {
  /** What a parameter or the receiver stands for; null for everything else. */
  readonly replace: (term: Term) => Term | null;
  readonly term: (term: Term) => Term;
  readonly value: (value: ValueText) => ValueText;
  /** The type that the caller knows of a parameter. */
  readonly typeOf: (term: Term) => string | null;
}

/** Nothing is bound: the function as its own text has it. */
export const UNBOUND: Binding = {
  replace: () => null,
  term: (term) => term,
  value: (value) => value,
  typeOf: () => null,
};

export function bindingOf({ terms, values, types, receiver }: CallArguments): Binding {
  const replace = (term: Term): Term | null => {
    if (term.kind === "parameter") return terms[term.index] ?? notPassed(term);
    return term.kind === "receiver" && receiver !== null ? asReceiver(receiver, term.type) : null;
  };
  const meaning = (term: Term): Term => mapTerm(term, replace);
  return {
    replace,
    term: meaning,
    value: (value) => fillHoles(value, values, meaning),
    typeOf: (term) => (term.kind === "parameter" ? (types[term.index] ?? null) : null),
  };
}

/** A parameter that the caller does not show, as when a method value is handed on. */
function notPassed(parameter: TermOf<"parameter">): Term {
  const { name, type } = parameter;
  return { kind: "local", name, type, identity: parameter, sources: () => [] };
}

/** The object on which a method was called; that it has the method tells its type. */
function asReceiver(object: Term, type: string): Term | null {
  if (object.kind === "member") return { ...object, type };
  return object.kind === "receiver" || object.kind === "parameter" || object.kind === "local" ? object : null;
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
    typeOf: (term) => inner.typeOf(term) ?? outer.typeOf(inner.term(term)),
  };
}

/** A call's arguments, seen through a binding. */
export function bindArguments(passed: CallArguments, binding: Binding): CallArguments {
  return {
    terms: passed.terms.map(binding.term),
    values: passed.values.map(binding.value),
    types: passed.types.map((type, index) => {
      const term = passed.terms[index];
      return (term === undefined ? null : binding.typeOf(term)) ?? type;
    }),
    receiver: passed.receiver === null ? null : binding.term(passed.receiver),
  };
}
