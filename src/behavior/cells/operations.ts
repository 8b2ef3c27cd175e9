import type { OperationRule } from "../../rules/index.js";
import { effectAsks } from "../effects/effect-asks.js";
import { effectKey } from "../effects/effect-key.js";
import { named } from "../effects/named-conditions.js";
import { casesOf, decidingParameters, effectsIn, remainingIn } from "../effects/operation-cases.js";
import type { GuardView, Scalar } from "../matrix.js";
import { type Ask, isTelling } from "../paths/asks.js";
import { type Condition, viewGuard } from "../paths/condition.js";
import type { FunctionInstance } from "../program/function-instance.js";
import type { Evaluation } from "./evaluation.js";
import { type PlayableEffect, playableEffect } from "./playable-effect.js";

/** An operation as one ref defines it. */
export interface OperationBehavior {
  readonly operation: string;
  readonly function: string;
  /** Null for a library's function. */
  readonly file: string | null;
  readonly line: number | null;
  /** The function's own source; null for a library's. */
  readonly text: string | null;
  readonly cases: readonly {
    readonly when: Readonly<Record<string, Scalar>>;
    readonly effects: readonly PlayableEffect[];
  }[];
  /** In the order of their lines. */
  readonly guards: readonly GuardView[];
  /** Equal for two definitions exactly when they do the same. */
  readonly effectKey: string;
  /** What must hold for its effects, by comparable keys. */
  readonly asks: ReadonlyMap<string, Ask>;
}

/** The operations that a ref defines, or calls from a library, in the pack's order. */
export function findOperations(evaluation: Evaluation, called: ReadonlySet<string>): OperationBehavior[] {
  return evaluation.pack.operations.flatMap((rule): OperationBehavior[] => {
    const [definition] = evaluation.definitionsOf(rule.name);
    if (definition !== undefined) return [evaluation.operation(rule.name, definition)];
    const library = called.has(rule.name) ? libraryOperation(rule) : null;
    return library === null ? [] : [library];
  });
}

/** What a library does is the pack's to say. */
function libraryOperation({ name, functions }: OperationRule): OperationBehavior | null {
  const rule = functions.find(({ package: path }) => path !== null);
  if (rule === undefined) return null;
  const nowhere = { file: null, line: null, text: null };
  return { operation: name, function: rule.name, ...nowhere, cases: [], guards: [], effectKey: "", asks: new Map() };
}

export function describeOperation(
  operation: string,
  definition: FunctionInstance,
  evaluation: Evaluation,
): OperationBehavior {
  const { pack } = evaluation;
  const summary = evaluation.summaries.of(definition);
  for (const { conditions } of summary) evaluation.wanted.constantsIn(conditions);
  const cases = casesOf(decidingParameters(summary)).map((when) => {
    const effects = effectsIn(summary, when);
    const asked = effects.map((effect) => ({ effect, conditions: remainingIn(effect.conditions, when) }));
    const told = asked.map(({ effect, conditions }) => ({ effect, conditions: named(conditions, pack.values) }));
    return { when, effects, asked, told };
  });
  const name = definition.name;
  return {
    operation,
    function: name,
    file: definition.file,
    line: definition.line,
    text: definition.text,
    cases: cases.map(({ when, asked }) => ({
      when,
      effects: asked.map(({ effect, conditions }) => playableEffect(effect, conditions, pack)),
    })),
    guards: guardsOf(cases.flatMap(({ asked }) => asked.flatMap(({ conditions }) => conditions))),
    effectKey: cases.map(({ when, effects }) => `${Object.values(when).join(",")}: ${effectKey(effects)}`).join("\n"),
    asks: new Map(cases.flatMap(({ told }) => effectAsks(told).map((ask) => [ask.key, ask]))),
  };
}

function guardsOf(conditions: readonly Condition[]): GuardView[] {
  const seen = new Map<string, GuardView>();
  for (const condition of conditions.filter(isTelling)) {
    const guard = viewGuard(condition);
    seen.set(`${guard.line}\n${guard.condition}`, guard);
  }
  return [...seen.values()];
}
