import type { ReturnSite } from "../facts/function-facts.js";
import { type Path, stepsOf } from "../facts/path.js";
import type { Assignment, Binding } from "../facts/scope.js";
import { type Condition, conditionsOf } from "../paths/condition.js";
import { formulaOfStep, not } from "../paths/formula.js";
import type { FunctionInstance } from "../program/program.js";
import { lowerTerm } from "../terms/lower-term.js";
import { NIL, type Term, zeroOf } from "../terms/term.js";

/** What a function returns at one place, and under which conditions. */
export interface Returned {
  readonly values: readonly Term[];
  readonly conditions: readonly Condition[];
}

/** More branches with assignments than these are not told apart. */
const MAXIMUM_BRANCHES = 5;

/** All ways in which a function returns; null when some return is not understood. */
export function returnedValues(helper: FunctionInstance): Returned[] | null {
  const { declaration, returns } = helper.facts;
  const size = declaration.results.length;
  const all: Returned[] = [];
  for (const site of returns) {
    if (site.inClosure) continue;
    const { values } = site.statement;
    if (values.length === size) {
      all.push({
        values: values.map((value) => lowerTerm(value, site.scope)),
        conditions: conditionsOf(site.path, helper.standing),
      });
    } else {
      const named = values.length === 0 ? namedValues(helper, site) : null;
      if (named === null) return null;
      all.push(...named);
    }
  }
  return size === 0 ? null : all;
}

/**
 * A return without values gives the named results what they were last assigned
 * (https://go.dev/ref/spec#Return_statements). Branches that assign and go on
 * may each have been taken or not; combinations that contradict each other fall
 * away when a stage is tried.
 */
function namedValues(helper: FunctionInstance, site: ReturnSite): Returned[] | null {
  const results = helper.facts.declaration.results.map(({ name }) =>
    name === null ? null : helper.facts.scope.own(name),
  );
  const bindings = results.filter((binding) => binding !== null);
  if (bindings.length !== results.length) return null;
  const branches = [
    ...new Set(
      bindings.flatMap(({ assignments }) => assignments.flatMap((each) => (each.kind === "value" ? [each.path] : []))),
    ),
  ];
  const open = branches.filter((path) => !leadsTo(path, site.path));
  if (open.length > MAXIMUM_BRANCHES) return null;
  const before = conditionsOf(site.path, helper.standing);
  return subsets(open).map((taken) => {
    const reached = new Set<Path | null>([...branches.filter((path) => leadsTo(path, site.path)), ...taken]);
    const conditions = open.flatMap((path) => branchConditions(path, taken.includes(path), helper));
    return { values: bindings.map((binding) => lastValue(binding, reached)), conditions: [...before, ...conditions] };
  });
}

/** Whoever stands at the end of `path` has passed the end of `branch`. */
function leadsTo(branch: Path | null, path: Path | null): boolean {
  if (branch === null) return true;
  for (let at = path; at !== null; at = at.before) if (at === branch || at.step === branch.step) return true;
  return false;
}

function branchConditions(path: Path | null, taken: boolean, helper: FunctionInstance): Condition[] {
  const conditions = conditionsOf(path, helper.standing);
  const [last] = conditions.slice(-1);
  if (taken || last === undefined) return conditions;
  const parts = stepsOf(path).map(formulaOfStep);
  return [{ ...last, formula: not({ kind: "and", parts }), text: `!(${last.text})` }];
}

function lastValue({ assignments, type }: Binding, reached: ReadonlySet<Path | null>): Term {
  const last = assignments
    .filter((each): each is Assignment & { kind: "value" } => each.kind === "value" && reached.has(each.path))
    .at(-1);
  if (last === undefined) return type === null ? NIL : zeroOf(type);
  const value = lowerTerm(last.value, last.scope);
  return last.size === 1 ? value : { kind: "part", of: value, index: last.index, size: last.size };
}

function subsets<T>(items: readonly T[]): T[][] {
  const sets: T[][] = [[]];
  for (const item of items) sets.push(...sets.map((set) => [...set, item]));
  return sets;
}
