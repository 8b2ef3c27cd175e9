import { callText, type PlayableEffect, type RefBehavior } from "../../behavior/index.js";
import { calledOperations } from "./happenings.js";

/** The tracked keys that are there; all others are absent. */
export type KeyState = ReadonlySet<string>;

/** Something that a ref does to its keys in one go. */
export interface Step {
  /** `Reset(false)`, or a writer's function. */
  readonly name: string;
  readonly effects: readonly PlayableEffect[];
}

/** So many states are looked at; more would need more than a dozen keys. */
const MOST_STATES = 4096;

/** What a ref can do: each case of the operations that are called, then the writers that are. */
export function stepsOf(behavior: RefBehavior): Step[] {
  const called = calledOperations(behavior);
  const operations = behavior.operations.filter(({ operation }) => called.has(operation));
  return [
    ...operations.flatMap(({ operation, cases }) =>
      cases.map(({ when, effects }) => ({ name: callText({ operation, arguments: when }), effects })),
    ),
    ...behavior.writers
      .filter(({ calledFrom }) => calledFrom.length > 0)
      .map(({ function: name, effects }) => ({ name, effects })),
  ];
}

/**
 * The state after a step. What it asks of tracked keys is asked of the state in
 * which it begins; whatever else it asks is taken to hold.
 */
function play(state: KeyState, { effects }: Step): KeyState {
  const after = new Set(state);
  for (const { action, key, needs } of effects) {
    if (needs.some((need) => state.has(need.key) !== need.present)) continue;
    if (action === "set") after.add(key);
    else after.delete(key);
  }
  return after;
}

/** A state, and the names of the fewest steps that lead to it. */
export interface Reached {
  readonly state: KeyState;
  readonly way: readonly string[];
}

/**
 * The states of some keys that steps lead to from no keys at all, nearest first. Of other keys
 * only those are played that an effect on these asks for: all others double the states and change no way.
 */
export function reachedBy(all: readonly Step[], keys: readonly string[]): readonly Reached[] {
  const steps = concerning(all, keys);
  const nothing: KeyState = new Set<string>();
  const seen = new Set([keyOf(nothing)]);
  const reached: Reached[] = [{ state: nothing, way: [] }];
  for (const { state, way } of reached) {
    for (const step of steps) {
      const next = play(state, step);
      if (seen.has(keyOf(next)) || seen.size >= MOST_STATES) continue;
      seen.add(keyOf(next));
      reached.push({ state: next, way: [...way, step.name] });
    }
  }
  return reached;
}

/** The steps with the effects on these keys, and on the keys that such effects ask for. */
function concerning(steps: readonly Step[], keys: readonly string[]): Step[] {
  const concerned = new Set(keys);
  const effects = steps.flatMap((step) => step.effects);
  // A set that grows while it is walked is walked to its end.
  for (const key of concerned)
    for (const effect of effects) if (effect.key === key) for (const need of effect.needs) concerned.add(need.key);
  return steps
    .map(({ name, effects: own }) => ({ name, effects: own.filter(({ key }) => concerned.has(key)) }))
    .filter((step) => step.effects.length > 0);
}

function keyOf(state: KeyState): string {
  return JSON.stringify([...state].sort());
}
