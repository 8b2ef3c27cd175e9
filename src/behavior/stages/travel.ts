import type { Call } from "../../languages/index.js";
import type { Pack } from "../../rules/index.js";
import { type Binding, bindingOf, compose, UNBOUND } from "../effects/binding.js";
import { type Condition, conditionsOf, isPossible, mapCondition, remaining } from "../paths/condition.js";
import { atomsOf, formulaOfTerm, not, type World } from "../paths/formula.js";
import type { FunctionInstance, Program } from "../program/program.js";
import { FALSE, mapTerm, type Source, type Term, TRUE, visitTerm, zeroOf } from "../terms/term.js";
import { returnedValues } from "./returned-values.js";
import { subjectsOf } from "./subjects.js";

/** One consistent way in which the values of a helper let a path be taken. */
export interface Variant {
  readonly conditions: readonly Condition[];
  /** Puts the helper's values in place of the variables that carry them. */
  readonly binding: Binding;
  /** A helper's conditions were carried here. */
  readonly travelled: boolean;
}

/** A call whose results are tested later, and the locals that carry them. */
interface Travelling {
  readonly call: Term & { kind: "call" };
  /** Conditions on the way to the assignment, when the locals exist without it. */
  readonly assignment: readonly Condition[] | null;
}

const ANY: World = () => null;

/** More ways than these are not told apart. */
const MAXIMUM_VARIANTS = 32;

/**
 * Values that travel: a helper returns several results, each return under its
 * own condition; the caller keeps them in variables and tests those later. Each
 * return of the helper is tried in place of the variables: combinations that
 * contradict the path fall away, the others bring the helper's condition along.
 */
export function expand(
  conditions: readonly Condition[],
  terms: readonly Term[],
  from: FunctionInstance,
  program: Program,
  pack: Pack,
): Variant[] {
  const unchanged: Variant = { conditions, binding: UNBOUND, travelled: false };
  let variants: Variant[] = [unchanged];
  const tried = new Set<Call>();
  // What a helper says may itself come from another helper.
  for (let depth = 0; depth < MAXIMUM_HELPERS; depth++) {
    const travelling = variants.flatMap((variant) =>
      travellingIn(variant.conditions, terms.map(variant.binding.term), from),
    );
    const next = travelling.find(({ call }) => !tried.has(call.node));
    if (next === undefined) break;
    tried.add(next.call.node);
    const alternatives = alternativesOf(next, from, program, pack);
    if (alternatives === null) {
      depth--;
      continue;
    }
    variants = variants.flatMap((variant) => alternatives.flatMap((alternative) => combine(variant, alternative)));
    if (variants.length > MAXIMUM_VARIANTS) return [unchanged];
  }
  return variants;
}

/** Helpers are followed this far, one behind or beside the other. */
const MAXIMUM_HELPERS = 4;

/** What replaces the travelling values, and the conditions under which it does. */
interface Alternative {
  readonly replace: (term: Term) => Term | null;
  readonly conditions: readonly Condition[];
}

function combine(variant: Variant, { replace, conditions }: Alternative): Variant[] {
  const own = variant.conditions.map((condition) => mapCondition(condition, replace));
  const all = [...conditions, ...own];
  if (!isPossible(all, ANY)) return [];
  const seen = new Set<string>();
  const distinct = remaining(all, ANY).filter(({ place, text, exit }) => {
    const key = `${place.file}\n${place.line}\n${text}\n${exit === null}`;
    return !seen.has(key) && seen.add(key);
  });
  const carried: Binding = { ...UNBOUND, replace, term: (term) => mapTerm(term, replace) };
  return [{ conditions: distinct, binding: compose(variant.binding, carried), travelled: true }];
}

/** The calls whose results the conditions or arguments depend on. */
function travellingIn(conditions: readonly Condition[], terms: readonly Term[], from: FunctionInstance): Travelling[] {
  const found = new Map<Call, Travelling>();
  const visit = (term: Term): void => {
    const source = sourceCall(term);
    if (source === null || found.has(source.call.node)) return;
    const { path } = source;
    found.set(source.call.node, {
      call: source.call,
      assignment: path === undefined ? null : conditionsOf(path, from.standing),
    });
  };
  for (const condition of conditions) for (const atom of atomsOf(condition.formula)) visitTerm(atom, visit);
  for (const term of terms) visitTerm(term, visit);
  return [...found.values()];
}

/** The call a term is a result of: directly, or as a variable that is zero until that call. */
function sourceCall(term: Term): { call: Term & { kind: "call" }; path?: (Source & { kind: "value" })["path"] } | null {
  if (term.kind === "call") return { call: term };
  if (term.kind === "part" && term.of.kind === "call") return { call: term.of };
  if (term.kind !== "local") return null;
  const sources = term.sources();
  const values = sources.filter((source) => source.kind === "value");
  const [only] = values;
  if (only === undefined || values.length !== 1 || sources.some((source) => source.kind === "unknown")) return null;
  const inner = only.value.kind === "part" ? only.value.of : only.value;
  return inner.kind === "call" ? { call: inner, path: only.path } : null;
}

/** Null when the helper is not known, or says nothing of a stage. */
function alternativesOf(
  { call, assignment }: Travelling,
  from: FunctionInstance,
  program: Program,
  pack: Pack,
): Alternative[] | null {
  const callee = program.resolve(call.callee, from);
  const [helper] = callee.kind === "functions" ? callee.functions : [];
  if (helper === undefined || helper === from) return null;
  const returns = returnedValues(helper);
  if (returns === null) return null;
  const bound = bindingOf({ terms: call.arguments, values: [] });
  const alternatives = returns.flatMap((each): Alternative[] => {
    const conditions = each.conditions.map((condition) => mapCondition(condition, bound.replace));
    const values = each.values.map(bound.term);
    return outcomes(values, conditions, helper).map((outcome) => ({
      replace: replacing(call.node, (index) => outcome.values[index] ?? null),
      conditions: [...(assignment ?? []), ...outcome.conditions],
    }));
  });
  const telling = returns.some(({ values, conditions }) => {
    const asked = values.map(
      (value): Condition => ({ ...conditionOf(helper), formula: formulaOfTerm(bound.term(value)) }),
    );
    const passedOn = values.some(
      (value) => sourceCall(value) !== null || value.kind === "binary" || value.kind === "unary",
    );
    return subjectsOf([...conditions, ...asked], pack).length > 0 || (passedOn && values.length === 1);
  });
  if (!telling) return null;
  if (assignment !== null) alternatives.push({ replace: replacing(call.node, null), conditions: [] });
  return alternatives;
}

/** A condition that stands for what a helper answers. */
function conditionOf({ name, standing }: FunctionInstance): Condition {
  const place = { file: standing.file, line: standing.line, function: standing.function };
  return { formula: formulaOfTerm(TRUE), text: name, exit: null, place, constantOf: standing.constantOf };
}

/** A boolean that is itself a condition becomes two outcomes. */
function outcomes(
  values: readonly Term[],
  conditions: readonly Condition[],
  helper: FunctionInstance,
): { values: readonly Term[]; conditions: readonly Condition[] }[] {
  const [only] = values;
  if (
    values.length !== 1 ||
    only === undefined ||
    only.kind === "constant" ||
    helper.facts.declaration.results[0]?.type !== "bool"
  ) {
    return [{ values, conditions }];
  }
  const formula = formulaOfTerm(only);
  const condition = (positive: boolean): Condition => ({
    ...conditionOf(helper),
    formula: positive ? formula : not(formula),
  });
  return [
    { values: [TRUE], conditions: [...conditions, condition(true)] },
    { values: [FALSE], conditions: [...conditions, condition(false)] },
  ];
}

/** Puts values in place of a call's results; `valueAt` null for the variables' zero values. */
function replacing(node: Call, valueAt: ((index: number) => Term | null) | null): (term: Term) => Term | null {
  return (term) => {
    const source = sourceCall(term);
    if (source?.call.node !== node) return null;
    if (valueAt === null) return term.kind === "local" ? zeroOf(term.type) : null;
    if (term.kind === "part") return valueAt(term.index);
    if (term.kind === "call") return valueAt(0);
    const value = term.kind === "local" ? term.sources().find((each) => each.kind === "value")?.value : undefined;
    return value?.kind === "part" ? valueAt(value.index) : valueAt(0);
  };
}
