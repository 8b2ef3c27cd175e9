import { perObject } from "../../primitives/index.js";
import type { Pack } from "../../rules/index.js";
import { type Condition, mapCondition } from "../paths/condition.js";
import { ValueSymbols } from "./value-symbols.js";

const naming = perObject((values: Pack["values"]) => {
  const symbols = ValueSymbols.of(values);
  return perObject((condition: Condition) => mapCondition(condition, symbols.replacing(condition.home.constantOf)));
});

/** The conditions with the pack's names for what they ask about: a value that is fetched in another way is the same value. */
export function named(conditions: readonly Condition[], values: Pack["values"]): readonly Condition[] {
  return values.length === 0 ? conditions : conditions.map(naming(values));
}
