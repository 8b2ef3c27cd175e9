import { Failure } from "../../primitives/index.js";
import type { Scenario, ScenarioStep } from "../../rules/index.js";
import type { EvaluatedRef } from "../cells/build-matrix.js";
import type { StagedCall } from "../cells/staged-call.js";
import { callsText, callText } from "../cells/text.js";
import type { StateEffect } from "../state/state-effect.js";
import type { State } from "./answer.js";
import { playCall } from "./play-call.js";
import type { Assumption, ExpectedValue, FailedExpectation, PlayedOn, SkippedCall } from "./scenarios.js";

/**
 * Plays a story on what one ref does, beginning with every key absent. Fails with
 * `scenario.unbound` where the ref writes a value that no step has given.
 */
export function playScenario({ steps, expect }: Scenario, { view, behavior }: EvaluatedRef): PlayedOn {
  const callsAt = ({ stage }: ScenarioStep) => behavior.stages.find((each) => each.stage === stage)?.calls ?? [];
  const told: Told = { skipped: [], assumptions: new Map() };
  const bindings = new Map<string, string>();
  const states: State[] = [];
  for (const [index, step] of steps.entries()) {
    for (const [symbol, value] of Object.entries(step.bindings)) bindings.set(symbol, value);
    let state: State = states.at(-1) ?? new Map();
    for (const { call, stateEffects } of callsAt(step)) {
      const name = callText(call);
      const write = (effect: StateEffect) => boundValue(effect, bindings, { step, call: name, ref: view.ref });
      const played = playCall(stateEffects, { state, bindings }, write);
      note(told, { step: index + 1, call: name, played });
      state = played.state;
    }
    states.push(state);
  }
  const applies = behavior.stages.some(({ calls }) => calls.length > 0);
  return {
    ref: view.ref,
    commit: view.commit,
    status: view.status,
    applies,
    states: states.map((state) => wholeState(state, behavior.keys)),
    calls: steps.map((step) => callsText(callsAt(step).map(({ call }: StagedCall) => call))),
    skipped: told.skipped,
    assumptions: [...told.assumptions.values()],
    failed: applies ? failures(expect, states.at(-1) ?? new Map()) : [],
  };
}

interface Told {
  readonly skipped: SkippedCall[];
  readonly assumptions: Map<string, Assumption>;
}

function note(
  { skipped, assumptions }: Told,
  {
    step,
    call,
    played,
  }: { readonly step: number; readonly call: string; readonly played: ReturnType<typeof playCall> },
): void {
  const { assumed, ruledOutBy } = played;
  if (ruledOutBy !== null) skipped.push({ step, call, condition: ruledOutBy.text });
  for (const { text } of assumed) assumptions.set(`${call}\n${text}`, { call, condition: text });
}

/** What is written, with what values stand for in place of their names; null for delete. */
function boundValue(
  { key, value }: StateEffect,
  bindings: ReadonlyMap<string, string>,
  { step, call, ref }: { readonly step: ScenarioStep; readonly call: string; readonly ref: string },
): string | null {
  if (value === null) return null;
  return value
    .map((part) => {
      if ("text" in part) return part.text;
      const bound = bindings.get(part.symbol);
      if (bound !== undefined) return bound;
      const { file, line, column } = step.place;
      const at = `${file}:${line}:${column}`;
      throw new Failure("scenario.unbound", { at, symbol: part.symbol, stage: step.stage, call, key, ref });
    })
    .join("");
}

function wholeState(state: State, keys: readonly string[]): Record<string, string | null> {
  return Object.fromEntries([...new Set([...keys, ...state.keys()])].map((key) => [key, state.get(key) ?? null]));
}

function failures(expect: Scenario["expect"], state: State): FailedExpectation[] {
  return expect.flatMap(({ key, values }) => {
    const actual = state.get(key) ?? null;
    return values.includes(actual) ? [] : [{ key, expected: expectedValue(values), actual }];
  });
}

/** As the pack has it: alone, or as a list. */
export function expectedValue(values: readonly (string | null)[]): ExpectedValue {
  const [only = null, ...others] = values;
  return others.length === 0 ? only : values;
}
