import type { Truth } from "../paths/formula.js";
import type { Operand, StateFormula } from "../state/state-formula.js";

/** What each key that is present is set to. */
export type State = ReadonlyMap<string, string>;

/** What is known at one moment of a story. */
export interface Moment {
  readonly state: State;
  /** What the pack's values stand for. */
  readonly bindings: ReadonlyMap<string, string>;
  /** What was taken to be so before, by what was asked. */
  readonly assumed: ReadonlyMap<string, boolean>;
}

/** Whether a condition holds at a moment; null where no key tells. Kleene's three-valued logic, as for all conditions. */
export function answer(asks: StateFormula, moment: Moment): Truth {
  switch (asks.kind) {
    case "known":
      return asks.value;
    case "asked":
      return moment.assumed.get(asks.key) ?? null;
    case "present":
      return moment.state.has(asks.key);
    case "empty":
      return asks.keys.some((key) => moment.state.has(key)) ? false : null;
    case "equal": {
      const [left, right] = [textOf(asks.left, moment), textOf(asks.right, moment)];
      return left === null || right === null ? null : left === right;
    }
    case "not": {
      const truth = answer(asks.of, moment);
      return truth === null ? null : !truth;
    }
    default: {
      const deciding = asks.kind === "or";
      const truths = asks.parts.map((part) => answer(part, moment));
      if (truths.includes(deciding)) return deciding;
      return truths.includes(null) ? null : !deciding;
    }
  }
}

/** A key that is absent reads as the empty text. */
function textOf(operand: Operand, { state, bindings }: Moment): string | null {
  switch (operand.kind) {
    case "text":
      return operand.text;
    case "symbol":
      return bindings.get(operand.symbol) ?? null;
    case "key":
      return state.get(operand.key) ?? "";
  }
}

/** What is taken to be so where this is taken to hold, as far as it is one question. */
export function takenFor(asks: StateFormula): readonly (readonly [string, boolean])[] {
  if (asks.kind === "asked") return [[asks.key, true]];
  if (asks.kind === "and") return asks.parts.flatMap(takenFor);
  return asks.kind === "not" && asks.of.kind === "asked" ? [[asks.of.key, false]] : [];
}
