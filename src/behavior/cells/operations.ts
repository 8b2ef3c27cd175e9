import { casesOf, caseWorld, decidingParameters, effectsIn } from "../effects/operation-cases.js";
import { viewEffect } from "../effects/resolve-effects.js";
import type { Effect, GuardView, Scalar } from "../matrix.js";
import { type Condition, conditionKeys, isTelling, remaining, viewGuard } from "../paths/condition.js";
import type { FunctionInstance } from "../program/program.js";
import type { Evaluation } from "./evaluation.js";
import { definitionsOf } from "./find-calls.js";

/** An operation as one ref defines it. */
export interface OperationBehavior {
  readonly operation: string;
  readonly function: string;
  /** Null for a library's function. */
  readonly file: string | null;
  readonly line: number | null;
  /** The function's own source; null for a library's. */
  readonly text: string | null;
  readonly cases: readonly { readonly when: Readonly<Record<string, Scalar>>; readonly effects: readonly Effect[] }[];
  readonly guards: readonly GuardView[];
  /** Equal for two definitions exactly when they do the same. */
  readonly effectKey: string;
  /** What must hold for its effects, as comparable keys. */
  readonly guardKeys: readonly string[];
}

/** The operations that a ref defines, or calls from a library, in the pack's order. */
export function findOperations(evaluation: Evaluation, called: ReadonlySet<string>): OperationBehavior[] {
  return evaluation.pack.operations.flatMap(({ name, functions }): OperationBehavior[] => {
    const [definition] = definitionsOf(name, evaluation);
    if (definition !== undefined) return [describe(name, definition, evaluation)];
    const [library] = functions.filter((rule) => rule.package !== null);
    if (library === undefined || !called.has(name)) return [];
    return [
      {
        operation: name,
        function: library.name,
        file: null,
        line: null,
        text: null,
        cases: [],
        guards: [],
        effectKey: "",
        guardKeys: [],
      },
    ];
  });
}

function describe(
  operation: string,
  definition: FunctionInstance,
  { summaries, wanted }: Evaluation,
): OperationBehavior {
  const summary = summaries.of(definition);
  for (const { conditions, home } of summary) wanted.constantsIn(conditions, home);
  const cases = casesOf(decidingParameters(definition, summary)).map((when) => {
    const world = caseWorld(when, definition);
    const effects = effectsIn(summary, world);
    return {
      when,
      effects: effects.map(viewEffect),
      conditions: effects.flatMap((effect) => remaining(effect.conditions, world)),
    };
  });
  return {
    operation,
    function: definition.name,
    file: definition.file,
    line: definition.line,
    text: definition.text,
    cases: cases.map(({ when, effects }) => ({ when, effects })),
    guards: guardsOf(cases.flatMap(({ conditions }) => conditions)),
    effectKey: cases.map(({ when, effects }) => `${Object.values(when).join(",")}: ${effectKey(effects)}`).join("\n"),
    guardKeys: conditionKeys(cases.flatMap(({ conditions }) => conditions)),
  };
}

/** What effects do to each key, in order per key: the order between keys is no behavior. */
export function effectKey(effects: readonly Effect[]): string {
  const keys = new Map<string, string>();
  for (const { key, action, value } of effects) {
    const text = action === "set" ? `=${value}` : "-";
    const before = keys.get(key);
    if (before === undefined || !before.endsWith(text)) keys.set(key, (before ?? "") + text);
  }
  return [...keys]
    .map(([key, text]) => key + text)
    .sort()
    .join(", ");
}

function guardsOf(conditions: readonly Condition[]): GuardView[] {
  const seen = new Map<string, GuardView>();
  for (const condition of conditions.filter(isTelling)) {
    const guard = viewGuard(condition);
    seen.set(`${guard.line}\n${guard.condition}`, guard);
  }
  return [...seen.values()].sort((a, b) => a.line - b.line);
}
