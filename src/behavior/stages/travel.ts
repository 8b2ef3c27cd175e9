import type { Call } from "../../languages/index.js";
import type { Pack } from "../../rules/index.js";
import { type Binding, bindingOf, compose, UNBOUND } from "../effects/binding.js";
import { areContradictory } from "../paths/asks.js";
import { type Condition, mapCondition, remainingAnywhere } from "../paths/condition.js";
import type { FunctionInstance } from "../program/function-instance.js";
import type { Memory, Question } from "../program/memory.js";
import type { Program } from "../program/program.js";
import type { Wanted } from "../program/wanted.js";
import { mapTerm, type Term, type TermOf, zeroOf } from "../terms/term.js";
import { type Carried, carriedIn, onlyValue, sourceCall } from "./carried.js";
import { type Outcome, outcomesOf } from "./outcomes.js";
import { subjectsOf } from "./subjects.js";
import { settingsOf, variablesIn } from "./variables.js";

/** One consistent way in which the values of helpers and variables let a path be taken. */
export interface Variant {
  readonly conditions: readonly Condition[];
  /** Puts the values in place of the variables that carry them. */
  readonly binding: Binding;
  /** Conditions were carried here from elsewhere. */
  readonly travelled: boolean;
}

/** What replaces a travelling value, and the conditions under which it does. */
export interface Alternative {
  readonly replace: (term: Term) => Term | null;
  readonly conditions: readonly Condition[];
}

/** More variants than these are not told apart, and no more ways than these are tried. */
const MAXIMUM_VARIANTS = 32;
const MAXIMUM_WAYS = 256;

/**
 * Values that travel: a helper returns several results, each return under its
 * own condition, or a branch sets a variable; the code keeps them and tests them
 * later. Each of the values is tried in place of the variables: combinations that
 * contradict the path fall away, the others bring their conditions along.
 */
export class Travel {
  /** What a helper lets its callers see, through the helpers that it asks itself. */
  readonly #outcomesOf: Question<[helper: FunctionInstance], readonly Outcome[] | null>;
  readonly #settingsOf: Question<[home: FunctionInstance, local: TermOf<"local">], readonly Alternative[] | null>;

  constructor(
    private readonly program: Program,
    private readonly pack: Pack,
    private readonly wanted: Wanted,
    memory: Memory,
  ) {
    // A helper that asks itself says nothing.
    this.#outcomesOf = memory.question((helper) => this.#outcomes(helper), { value: null });
    this.#settingsOf = memory.question((home, local) => settingsOf({ home, local }, pack));
  }

  /** The ways to take a path that starts in `from`; `terms` matter besides its conditions. */
  variants(conditions: readonly Condition[], terms: readonly Term[], from: FunctionInstance): Variant[] {
    const unchanged: Variant = { conditions, binding: UNBOUND, travelled: false };
    const set = variablesIn(conditions, terms, from).map(({ home, local }) => this.#settingsOf(home, local));
    const variants = ways([unchanged], set).flatMap((variant) => {
      const carried = carriedIn(variant.conditions, terms.map(variant.binding.term), from);
      return ways(
        [variant],
        carried.map((each) => this.#alternativesOf(each)),
      );
    });
    return variants.length > MAXIMUM_VARIANTS ? [unchanged] : variants;
  }

  /** Null when the helper is not known, or says nothing of a stage. */
  #alternativesOf({ call, home, assignment }: Carried): Alternative[] | null {
    const callee = this.program.resolve(call.callee, home);
    const [helper] = callee.kind === "functions" ? callee.functions : [];
    const outcomes = helper === undefined || helper === home ? null : this.#outcomesOf(helper);
    if (callee.kind !== "functions" || helper === undefined || outcomes === null) return null;
    if (!callee.certain) this.wanted.namesakesOf(helper);
    const receiver = call.callee.kind === "member" ? call.callee.object : null;
    const { term, replace } = bindingOf({ terms: call.arguments, values: [], types: [], receiver });
    const alternatives = outcomes.map(({ values, conditions }): Alternative => {
      const given = values.map(term);
      return {
        replace: replacing(call.node, (index) => given[index] ?? null),
        conditions: [...(assignment ?? []), ...conditions.map((condition) => mapCondition(condition, replace))],
      };
    });
    if (assignment === null) return alternatives;
    return [...alternatives, { replace: replacing(call.node, null), conditions: [] }];
  }

  #outcomes(helper: FunctionInstance): readonly Outcome[] | null {
    const outcomes = (outcomesOf(helper) ?? []).flatMap(({ values, conditions }) =>
      this.variants(conditions, values, helper).map((variant) => ({
        values: values.map(variant.binding.term),
        conditions: variant.conditions,
      })),
    );
    const tells = outcomes.some(({ conditions }) => subjectsOf(conditions, this.pack).length > 0);
    return tells ? outcomes : null;
  }
}

/** Every way in which each of the travelling values takes one of its alternatives; null for values that tell nothing. */
function ways(variants: readonly Variant[], travelling: readonly (readonly Alternative[] | null)[]): Variant[] {
  let found = [...variants];
  for (const alternatives of travelling) {
    if (alternatives === null || found.length * alternatives.length > MAXIMUM_WAYS) continue;
    found = found.flatMap((variant) => alternatives.flatMap((alternative) => combine(variant, alternative)));
  }
  return found;
}

function combine(variant: Variant, { replace, conditions }: Alternative): Variant[] {
  const own = variant.conditions.map((condition) => mapCondition(condition, replace));
  const all = [...conditions, ...own];
  const seen = new Set<string>();
  const distinct = remainingAnywhere(all)?.filter(({ place, required }) => {
    const key = `${place.line}\n${required}`;
    return !seen.has(key) && seen.add(key);
  });
  if (distinct === undefined || areContradictory(distinct)) return [];
  const carried: Binding = { ...UNBOUND, replace, term: (term) => mapTerm(term, replace) };
  return [{ conditions: distinct, binding: compose(variant.binding, carried), travelled: true }];
}

/** Puts values in place of a call's results; `valueAt` null for the variables' zero values. */
function replacing(node: Call, valueAt: ((index: number) => Term | null) | null): (term: Term) => Term | null {
  return (term) => {
    if (sourceCall(term)?.call.node !== node) return null;
    if (valueAt === null) return term.kind === "local" ? zeroOf(term.type) : null;
    const carried = term.kind === "local" ? onlyValue(term)?.value : term;
    return valueAt(carried?.kind === "part" ? carried.index : 0);
  };
}
