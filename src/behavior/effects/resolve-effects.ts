import type { Effect, Scalar } from "../matrix.js";
import { type Condition, mapCondition, remaining } from "../paths/condition.js";
import type { FunctionInstance } from "../program/program.js";
import { constantValue } from "../terms/match.js";
import { printTerm } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import { bindingOf } from "./binding.js";
import type { CallArguments } from "./call-arguments.js";
import { caseWorld, decidingParameters, effectsIn } from "./operation-cases.js";
import { bindEffect, keyName, type SummaryEffect } from "./summary.js";
import { renderValue } from "./value.js";

/** What one call does, and under which conditions of the callee. */
export interface ResolvedCall {
  /** Only what decides effects. */
  readonly arguments: Readonly<Record<string, Scalar>>;
  readonly effects: readonly Effect[];
  readonly conditions: readonly Condition[];
  /** The members of families that the effects are on, or null. */
  readonly family: string | null;
}

/** The effects of calling a function with these arguments. */
export function resolveCall(
  target: FunctionInstance,
  summary: readonly SummaryEffect[],
  passed: CallArguments,
): ResolvedCall {
  const given: Record<string, Scalar> = {};
  const known: Record<string, Scalar> = {};
  for (const { index, name } of decidingParameters(target, summary)) {
    const term = passed.terms[index];
    const value = term === undefined ? null : scalarOf(term, target);
    if (value !== null) known[name] = value;
    given[name] = value ?? (term === undefined ? name : printTerm(term));
  }
  const world = caseWorld(known, target);
  const effects = effectsIn(summary, world);
  const binding = bindingOf(passed);
  const conditions = effects
    .flatMap((effect) => remaining(effect.conditions, world))
    .map((condition) => mapCondition(condition, binding.replace));
  const bound = effects.map((effect) => bindEffect(effect, binding));
  const families = familyArguments(bound);
  return {
    arguments: { ...given, ...families },
    effects: bound.map(viewEffect),
    conditions,
    family: familyText(families),
  };
}

/** Which member of a family an effect is on decides it as an argument does. */
export function familyArguments(effects: readonly SummaryEffect[]): Record<string, Scalar> {
  const families = new Map<string, Set<string>>();
  for (const effect of effects) {
    if (!effect.rule.each) continue;
    const keys = families.get(effect.rule.name) ?? new Set();
    families.set(effect.rule.name, keys.add(keyName(effect)));
  }
  return Object.fromEntries([...families].map(([name, keys]) => [name, [...keys].join(", ")]));
}

/** The members as one text; null where no family is concerned. */
export function familyText(families: Readonly<Record<string, Scalar>>): string | null {
  const members = Object.values(families);
  return members.length === 0 ? null : members.join(", ");
}

export function viewEffect(effect: SummaryEffect): Effect {
  const { action, value, line } = effect;
  const key = keyName(effect);
  // A call or a list element that stands for an effect has no value of its own.
  return action === "delete"
    ? { action, key, line }
    : { action, key, value: value === null ? "present" : renderValue(value), line };
}

function scalarOf(term: Term, { standing }: FunctionInstance): Scalar | null {
  if (term.kind === "constant" && term.type === "boolean") return term.value === "true";
  return constantValue(term, standing.constantOf);
}
