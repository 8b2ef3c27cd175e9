import type { Pack } from "../../rules/index.js";
import type { Effect, Scalar } from "../matrix.js";
import type { Ask } from "../paths/asks.js";
import { type Condition, mapCondition } from "../paths/condition.js";
import { evaluate, formulaOfTerm, type World } from "../paths/formula.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { constantValue } from "../terms/constant-value.js";
import { printTerm } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import { termKey } from "../terms/term-key.js";
import { bindingOf } from "./binding.js";
import type { CallArguments } from "./call-arguments.js";
import { type AskedEffect, effectAsks } from "./effect-asks.js";
import { effectKey } from "./effect-key.js";
import { keyName } from "./key-name.js";
import { named } from "./named-conditions.js";
import { decidingParameters, effectsIn, remainingIn } from "./operation-cases.js";
import { bindEffect, type SummaryEffect } from "./summary.js";
import { renderValue } from "./value.js";

/** What one call does, and what the callee asks before it does. */
export interface ResolvedCall {
  /** Only what decides effects. */
  readonly arguments: Readonly<Record<string, Scalar>>;
  /** The same, comparable: an argument whose value is not known counts by its meaning. */
  readonly argumentsKey: string;
  readonly effects: readonly Effect[];
  readonly effectKey: string;
  readonly asks: readonly Ask[];
  /** The callee's own conditions, seen from the call. */
  readonly conditions: readonly Condition[];
  /** Each effect, in order, with what is asked of it alone. */
  readonly asked: readonly AskedEffect[];
  /** The members of families that the effects are on, or null. */
  readonly family: string | null;
}

/** The effects of calling a function with these arguments, in a world that knows where the call stands. */
export function resolveCall(
  target: FunctionInstance,
  summary: readonly SummaryEffect[],
  passed: CallArguments,
  world: World,
  values: Pack["values"],
): ResolvedCall {
  const given: Record<string, Scalar> = {};
  const keys: string[] = [];
  const known: Record<string, Scalar> = {};
  for (const { index, name, values } of decidingParameters(summary)) {
    const term = passed.terms[index];
    const isBoolean = typeof values[0] === "boolean";
    const value = term === undefined ? null : isBoolean ? truthOf(term, world) : constantValue(term, target.constantOf);
    if (value !== null) known[name] = value;
    given[name] = value ?? (term === undefined ? name : printTerm(term));
    keys.push(value === null && term !== undefined ? termKey(term, target.constantOf) : String(given[name]));
  }
  const binding = bindingOf(passed);
  const effects = effectsIn(summary, known).map((effect) => ({
    effect: bindEffect(effect, binding),
    conditions: named(remainingIn(effect.conditions, known), values).map((each) => mapCondition(each, binding.replace)),
  }));
  const resolved = resolveEffects(effects.map(({ effect }) => effect));
  return {
    ...resolved,
    arguments: { ...given, ...resolved.arguments },
    argumentsKey: [...keys, resolved.argumentsKey].join(", "),
    asks: effectAsks(effects),
    conditions: effects.flatMap(({ effect }) => effect.conditions),
    asked: effects,
  };
}

/** Effects that need no call to be known. */
export function resolveEffects(effects: readonly SummaryEffect[]): ResolvedCall {
  const families = familyArguments(effects);
  const members = Object.values(families);
  return {
    arguments: families,
    argumentsKey: members.join(", "),
    effects: effects.map(viewEffect),
    effectKey: effectKey(effects),
    asks: [],
    conditions: [],
    asked: effects.map((effect) => ({ effect, conditions: effect.conditions })),
    family: members.length === 0 ? null : members.join(", "),
  };
}

/** Which member of a family an effect is on decides it as an argument does. */
function familyArguments(effects: readonly SummaryEffect[]): Record<string, string> {
  const families = new Map<string, Set<string>>();
  for (const effect of effects) {
    if (!effect.rule.each) continue;
    const keys = families.get(effect.rule.name) ?? new Set();
    families.set(effect.rule.name, keys.add(keyName(effect)));
  }
  return Object.fromEntries([...families].map(([name, keys]) => [name, [...keys].join(", ")]));
}

export function viewEffect(effect: SummaryEffect): Effect {
  const { action, value, line } = effect;
  const key = keyName(effect);
  // A call or a list element that stands for an effect has no value of its own.
  return action === "delete"
    ? { action, key, line }
    : { action, key, value: value === null ? "present" : renderValue(value), line };
}

/** A boolean that is passed, if the text or the world tells. */
function truthOf(term: Term, world: World): boolean | null {
  if (term.kind === "constant") return term.value === "true";
  return evaluate(formulaOfTerm(term), world);
}
