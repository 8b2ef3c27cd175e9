import type { Call } from "../../languages/index.js";
import type { Path } from "../facts/path.js";
import { type Condition, conditionsOf } from "../paths/condition.js";
import { visitTerms } from "../paths/formula.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { type Source, type Term, type TermOf, visitTerm } from "../terms/term.js";

/** A call whose results are tested later, perhaps through the variables that carry them. */
export interface Carried {
  readonly call: TermOf<"call">;
  /** The function it stands in. */
  readonly home: FunctionInstance;
  /** Conditions on the way to the assignment, when the variables exist without it. */
  readonly assignment: readonly Condition[] | null;
}

/** The calls whose results the conditions or the arguments depend on. */
export function carriedIn(conditions: readonly Condition[], terms: readonly Term[], from: FunctionInstance): Carried[] {
  const found = new Map<Call, Carried>();
  const visit = (home: FunctionInstance) => (term: Term) => {
    const source = sourceCall(term);
    if (source === null || found.has(source.call.node)) return;
    const { call, path } = source;
    found.set(call.node, { call, home, assignment: path === undefined ? null : conditionsOf(path, home) });
  };
  for (const { formula, home } of conditions) visitTerms(formula, visit(home));
  for (const term of terms) visitTerm(term, visit(from));
  return [...found.values()];
}

/** The call a term is a result of: directly, or as a variable that is zero until that call. */
export function sourceCall(term: Term): { readonly call: TermOf<"call">; readonly path?: Path | null } | null {
  if (term.kind === "call") return { call: term };
  if (term.kind === "part") return term.of.kind === "call" ? { call: term.of } : null;
  const only = term.kind === "local" ? onlyValue(term) : null;
  if (only === null) return null;
  const inner = only.value.kind === "part" ? only.value.of : only.value;
  return inner.kind === "call" ? { call: inner, path: only.path } : null;
}

/** The value of a variable that is zero or has one. */
export function onlyValue(local: TermOf<"local">): (Source & { readonly kind: "value" }) | null {
  let only: (Source & { readonly kind: "value" }) | null = null;
  for (const source of local.sources()) {
    if (source.kind === "unknown" || (source.kind === "value" && only !== null)) return null;
    if (source.kind === "value") only = source;
  }
  return only;
}
