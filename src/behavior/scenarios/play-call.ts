import type { Requirement, Standing, StateEffect } from "../state/state-effect.js";
import { answer, type Moment, type State, takenFor } from "./answer.js";

/** What one call made of a state. */
export interface PlayedCall {
  readonly state: State;
  /** The conditions that were taken to hold. */
  readonly assumed: readonly Requirement[];
  /** What ruled all of its effects out; null where one of them happened. */
  readonly ruledOutBy: Requirement | null;
}

/** Runs the effects of one call in order. `write` puts what values stand for into what is written. */
export function playCall(
  effects: readonly StateEffect[],
  before: Omit<Moment, "assumed">,
  write: (effect: StateEffect) => string | null,
): PlayedCall {
  const assumed = new Map<string, boolean>();
  const open = new Map<string, Requirement>();
  const happened: Written[] = [];
  let ruledOutBy: Requirement | null = null;
  for (const effect of effects) {
    const truthOf = (each: Requirement) =>
      answer(each.asks, { ...before, assumed, state: seenAt(each, before.state, happened) });
    const against = effect.requires.find((each) => truthOf(each) === false);
    ruledOutBy ??= against ?? null;
    if (against !== undefined) continue;
    for (const each of effect.requires.filter((one) => truthOf(one) === null)) {
      open.set(`${each.home} ${each.line} ${each.text}`, each);
      for (const [key, value] of takenFor(each.asks)) assumed.set(key, value);
    }
    const { key, home, line } = effect;
    happened.push({ key, value: write(effect), home, line });
  }
  return {
    state: after(before.state, happened),
    assumed: [...open.values()],
    ruledOutBy: happened.length === 0 ? ruledOutBy : null,
  };
}

interface Written extends Standing {
  readonly key: string;
  /** Null for a key that was deleted. */
  readonly value: string | null;
}

/**
 * The state that a condition sees: what stands above it in its own function has run.
 * So `if !ok { return }` before two deletes is asked once, not again after the first.
 */
function seenAt({ home, line }: Requirement, before: State, happened: readonly Written[]): State {
  const above = happened.filter((written) => written.home === home && written.line < line);
  return above.length === 0 ? before : after(before, above);
}

function after(before: State, written: readonly Written[]): State {
  const state = new Map(before);
  for (const { key, value } of written) {
    if (value === null) state.delete(key);
    else state.set(key, value);
  }
  return state;
}
