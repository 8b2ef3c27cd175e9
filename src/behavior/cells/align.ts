import type { Place } from "../matrix.js";
import { compareAsks, compareBehaviors } from "./compare.js";
import type { OperationBehavior } from "./operations.js";
import type { RefBehavior } from "./ref-behavior.js";
import type { StagedCall } from "./staged-call.js";
import { callsText, callText, effectsText, NOTHING, triggerText } from "./text.js";

/** What separates one cell (or, with stage null, one operation) of two refs, and what would close the gap. */
export interface AlignStep {
  readonly stage: string | null;
  readonly operation: string | null;
  /** The cell's text now, and as it would become: `Reset(false)`, `—`. For an operation, its effects. */
  readonly from: string;
  readonly to: string;
  readonly steps: readonly AlignChange[];
}

/** One change to make. `at` is where, on the ref to be changed; null where nothing is there yet. */
export type AlignChange =
  | { readonly code: "replace-call"; readonly call: string; readonly by: string; readonly at: Place | null }
  | { readonly code: "add-call"; readonly call: string; readonly at: Place | null }
  | { readonly code: "remove-call"; readonly call: string; readonly at: Place | null }
  | { readonly code: "add-effect"; readonly operation: string; readonly effect: string; readonly at: Place | null }
  | { readonly code: "remove-effect"; readonly operation: string; readonly effect: string; readonly at: Place | null }
  | {
      readonly code: "change-trigger";
      readonly call: string;
      readonly from: string;
      readonly to: string;
      readonly at: Place | null;
    }
  | {
      readonly code: "change-guards";
      readonly call: string;
      readonly from: string;
      readonly to: string;
      readonly at: Place | null;
    }
  | { readonly code: "add-operation"; readonly operation: string; readonly like: Place | null }
  | { readonly code: "remove-operation"; readonly operation: string; readonly at: Place | null };

/** What would have to change in `now` for its cells to become the model's, cell by cell, then operation by operation. */
export function alignBehaviors(now: RefBehavior, model: RefBehavior): AlignStep[] {
  const cells = now.stages.flatMap(({ stage, calls }): AlignStep[] => {
    const wanted = model.stages.find((each) => each.stage === stage)?.calls ?? [];
    const steps = alignCalls(calls, wanted);
    return steps.length === 0 ? [] : [{ stage, operation: null, from: textOf(calls), to: textOf(wanted), steps }];
  });
  return [...cells, ...alignOperations(now, model)];
}

function textOf(calls: readonly StagedCall[]): string {
  return callsText(calls.map(({ call }) => call));
}

function alignCalls(now: readonly StagedCall[], wanted: readonly StagedCall[]): AlignChange[] {
  return Array.from({ length: Math.max(now.length, wanted.length) }).flatMap((_, index): AlignChange[] => {
    const [has, needs] = [now[index], wanted[index]];
    if (has === undefined)
      return needs === undefined ? [] : [{ code: "add-call", call: callText(needs.call), at: null }];
    const at = placeOf(has.call);
    if (needs === undefined) return [{ code: "remove-call", call: callText(has.call), at }];
    const call = callText(needs.call);
    if (callText(has.call) !== call) return [{ code: "replace-call", call: callText(has.call), by: call, at }];
    const steps: AlignChange[] = [];
    const [from, to] = [triggerText(has.call.trigger), triggerText(needs.call.trigger)];
    if (from !== to) steps.push({ code: "change-trigger", call, from, to, at });
    for (const { before, after } of compareAsks(has.asks, needs.asks))
      steps.push({ code: "change-guards", call, from: before, to: after, at });
    return steps;
  });
}

function alignOperations(now: RefBehavior, model: RefBehavior): AlignStep[] {
  const changed = new Set(
    compareBehaviors(now, model).flatMap(({ operation }) => (operation === null ? [] : [operation])),
  );
  const names = [...new Set([...now.operations, ...model.operations].map(({ operation }) => operation))];
  return names.flatMap((operation): AlignStep[] => {
    const [has, needs] = [now, model].map(({ operations }) => operations.find((each) => each.operation === operation));
    const steps = alignOperation(operation, has, needs);
    if (steps.length === 0 && !changed.has(operation)) return [];
    return steps.length === 0 ? [] : [{ stage: null, operation, from: casesText(has), to: casesText(needs), steps }];
  });
}

function alignOperation(
  operation: string,
  has: OperationBehavior | undefined,
  needs: OperationBehavior | undefined,
): AlignChange[] {
  if (has === undefined)
    return [{ code: "add-operation", operation, like: needs === undefined ? null : definitionOf(needs) }];
  if (needs === undefined) return [{ code: "remove-operation", operation, at: definitionOf(has) }];
  if (has.effectKey === needs.effectKey) return [];
  const at = definitionOf(has);
  const [own, model] = [effectTexts(has), effectTexts(needs)];
  return [
    ...model
      .filter((effect) => !own.includes(effect))
      .map((effect): AlignChange => ({ code: "add-effect", operation, effect, at })),
    ...own
      .filter((effect) => !model.includes(effect))
      .map((effect): AlignChange => ({ code: "remove-effect", operation, effect, at })),
  ];
}

function effectTexts({ cases }: OperationBehavior): string[] {
  const texts = cases.flatMap(({ when, effects }) => {
    const condition = Object.entries(when)
      .map(([name, value]) => `${name}=${value}`)
      .join(", ");
    return effects.map((effect) =>
      condition === "" ? effectsText([effect]) : `${effectsText([effect])} (${condition})`,
    );
  });
  return [...new Set(texts)];
}

function casesText(operation: OperationBehavior | undefined): string {
  return operation === undefined ? NOTHING : effectTexts(operation).join(", ") || NOTHING;
}

function definitionOf({ file, line, function: name }: OperationBehavior): Place | null {
  return file === null || line === null ? null : { file, line, function: name };
}

function placeOf({ file, line, function: name }: Place): Place {
  return { file, line, function: name };
}
