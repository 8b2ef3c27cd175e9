import type { ConstantLookup } from "../terms/constant-value.js";
import type { Condition } from "./condition.js";
import { formulaOfTerm, type World } from "./formula.js";
import { certain, literalsOf, plain, plainKey } from "./literals.js";

/** What is so where all of the conditions hold. Worked out when somebody asks. */
export function conditionWorld(conditions: readonly Condition[]): World {
  let known: Map<ConstantLookup, Set<string>> | null = null;
  return (term) => {
    known ??= keysOf(conditions);
    const asked = plain(formulaOfTerm(term));
    if (asked === null || typeof asked === "boolean" || asked.kind !== "literal") return null;
    for (const [constantOf, keys] of known) {
      if (keys.has(plainKey(asked, constantOf))) return true;
      if (keys.has(plainKey({ ...asked, holds: !asked.holds }, constantOf))) return false;
    }
    return null;
  };
}

/** The things that must hold, by the file that knows their constants. */
function keysOf(conditions: readonly Condition[]): Map<ConstantLookup, Set<string>> {
  const keys = new Map<ConstantLookup, Set<string>>();
  for (const { formula, home } of conditions) {
    const here = keys.get(home.constantOf) ?? new Set();
    for (const literal of literalsOf(certain(formula))) here.add(plainKey(literal, home.constantOf));
    keys.set(home.constantOf, here);
  }
  return keys;
}
