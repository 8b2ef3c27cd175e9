import type { Pack } from "../../rules/index.js";
import { followedBy, type Path, type Step, stepsOf } from "../facts/path.js";
import { type Condition, conditionsOf } from "../paths/condition.js";
import { visitTerms } from "../paths/formula.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { type Source, type Term, type TermOf, visitTerm, zeroOf } from "../terms/term.js";
import { conditionOn } from "./outcomes.js";
import { subjectsOf } from "./subjects.js";
import type { Alternative } from "./travel.js";

/** A variable that was given one of several values, and the function it belongs to. */
export interface Variable {
  readonly local: TermOf<"local">;
  readonly home: FunctionInstance;
}

/** The variables that conditions or arguments depend on. */
export function variablesIn(
  conditions: readonly Condition[],
  terms: readonly Term[],
  from: FunctionInstance,
): Variable[] {
  const found = new Map<object, Variable>();
  const visit = (home: FunctionInstance) => (term: Term) => {
    if (term.kind === "local" && !found.has(term.identity)) found.set(term.identity, { local: term, home });
  };
  for (const { formula, home } of conditions) visitTerms(formula, visit(home));
  for (const term of terms) visitTerm(term, visit(from));
  return [...found.values()];
}

/** More branches than these are not told apart. */
const MAXIMUM_BRANCHES = 4;

/**
 * The values of a variable, each under the conditions of the branch that sets it
 * and of the later branches that do not. Null where a value is not known, or where
 * no branch says anything of a stage.
 */
export function settingsOf({ local, home }: Variable, pack: Pack): readonly Alternative[] | null {
  const sources = local.sources();
  const known = sources.filter((source) => source.kind !== "unknown");
  if (known.length < 2 || known.length < sources.length || known.length > MAXIMUM_BRANCHES) return null;
  const branches = known.map(({ path }) => branchSteps(path, known));
  const settings = known.map((source, index) => {
    const later = branches.slice(index + 1).map((steps): Step => ({ kind: "otherwise", steps }));
    const value = source.kind === "zero" ? zeroOf(local.type) : source.value;
    const conditions = conditionsOf(followedBy(null, [...(branches[index] ?? []), ...later]), home);
    return { value, conditions };
  });
  const tells = settings.some(
    ({ value, conditions }) => subjectsOf([...conditions, conditionOn(value, true, home)], pack).length > 0,
  );
  if (!tells) return null;
  return settings.map(({ value, conditions }) => ({ replace: replacing(local, sources, value), conditions }));
}

/** The steps of a branch; what all branches share has been decided before. */
function branchSteps(path: Path | null, all: readonly { readonly path: Path | null }[]): Step[] {
  return stepsOf(path).filter((step) => !all.every((other) => stepsOf(other.path).includes(step)));
}

/** Puts a value in place of the variable where the same assignments reach. */
function replacing(local: TermOf<"local">, sources: readonly Source[], value: Term): (term: Term) => Term | null {
  return (term) => {
    if (term.kind !== "local" || term.identity !== local.identity) return null;
    const others = term === local ? sources : term.sources();
    const isSame =
      others.length === sources.length && others.every((other, index) => isSameSource(other, sources[index]));
    return isSame ? value : null;
  };
}

function isSameSource(a: Source, b: Source | undefined): boolean {
  if (b === undefined || a.kind === "unknown" || b.kind === "unknown" || a.path !== b.path) return false;
  return a.kind === "value" && b.kind === "value" ? a.value === b.value : a.kind === b.kind;
}
