import { definitionsAt } from "../facts/definitions.js";
import type { ReturnSite } from "../facts/function-facts.js";
import { followedBy, type Path, stepsBeyond } from "../facts/path.js";
import type { Assignment, Binding } from "../facts/scope.js";
import { type Condition, conditionsOf } from "../paths/condition.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { withValues } from "../terms/constant-value.js";
import { lowerTerm } from "../terms/lower-term.js";
import { type Term, zeroOf } from "../terms/term.js";

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
  if (size === 0) return null;
  const all: Returned[] = [];
  for (const site of returns) {
    if (site.inClosure) continue;
    const { values } = site.statement;
    if (values.length !== 0 && values.length !== size) return null;
    const here = values.length === 0 ? namedValues(helper, site) : [givenValues(helper, site)];
    if (here === null) return null;
    all.push(...here);
  }
  return all;
}

function givenValues(helper: FunctionInstance, { statement, scope, path }: ReturnSite): Returned {
  return {
    values: statement.values.map((value) => withValues(lowerTerm(value, scope), helper.constantOf)),
    conditions: conditionsOf(path, helper),
  };
}

/** A named result with the assignments that may have given it its value. */
interface Result {
  readonly variable: Binding;
  readonly assignments: readonly Assignment[];
}

/**
 * A return without values gives the named results what they were last assigned
 * (https://go.dev/ref/spec#Return_statements). Branches that assign and go on
 * may each have been taken or not; combinations that contradict each other fall
 * away when a stage is tried.
 */
function namedValues(helper: FunctionInstance, site: ReturnSite): Returned[] | null {
  const results = helper.facts.declaration.results.map(({ name }) => resultNamed(name, helper, site));
  const known = results.filter((result) => result !== null);
  if (known.length < results.length) return null;
  const paths = known.flatMap(({ assignments }) => assignments.map(({ path }) => path));
  const branches = [...new Set(paths)].filter((path) => stepsBeyond(path, site.path).length > 0);
  if (branches.length > MAXIMUM_BRANCHES) return null;
  const before = conditionsOf(site.path, helper);
  return subsets(branches).map((taken) => ({
    values: known.map((result) =>
      lastValue(result, (path) => taken.includes(path) || !branches.includes(path), helper),
    ),
    conditions: [...before, ...branches.flatMap((path) => branchConditions(path, taken.includes(path), site, helper))],
  }));
}

function resultNamed(name: string | null, helper: FunctionInstance, site: ReturnSite): Result | null {
  const variable = name === null ? null : helper.facts.scope.own(name);
  if (variable === null) return null;
  const { assignments } = definitionsAt(variable, site.scope, site.statement.start);
  return assignments.every(({ kind }) => kind === "value" || kind === "zero") ? { variable, assignments } : null;
}

function branchConditions(
  path: Path | null,
  taken: boolean,
  site: ReturnSite,
  helper: FunctionInstance,
): readonly Condition[] {
  if (taken) return conditionsOf(path, helper);
  const steps = stepsBeyond(path, site.path);
  return conditionsOf(followedBy(null, [{ kind: "otherwise", steps }]), helper);
}

function lastValue(
  { variable, assignments }: Result,
  isReached: (path: Path | null) => boolean,
  { constantOf }: FunctionInstance,
): Term {
  const last = assignments.findLast(({ path }) => isReached(path));
  if (last?.kind !== "value") return zeroOf(variable.type);
  const value = withValues(lowerTerm(last.value, last.scope), constantOf);
  return last.size === 1 ? value : { kind: "part", of: value, index: last.index, size: last.size };
}

function subsets<T>(items: readonly T[]): T[][] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}
