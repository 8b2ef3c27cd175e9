import type { Pack } from "../../rules/index.js";
import { type Condition, mapCondition } from "../paths/condition.js";
import { ValueSymbols } from "./value-symbols.js";

const known = new WeakMap<Pack["values"], WeakMap<Condition, Condition>>();

/** The conditions with the pack's names for what they ask about: a value that is fetched in another way is the same value. */
export function named(conditions: readonly Condition[], values: Pack["values"]): readonly Condition[] {
  if (values.length === 0) return conditions;
  const before = known.get(values) ?? new WeakMap<Condition, Condition>();
  known.set(values, before);
  const symbols = ValueSymbols.of(values);
  return conditions.map((condition) => {
    const found = before.get(condition) ?? mapCondition(condition, symbols.replacing(condition.home.constantOf));
    before.set(condition, found);
    return found;
  });
}
