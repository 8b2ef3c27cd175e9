import { type ConstantLookup, constantValue } from "../terms/constant-value.js";
import type { World } from "./formula.js";

/** What is so in every world: constants are what they are. */
export function constantWorld(constantOf: ConstantLookup): World {
  return (term) => {
    if (term.kind === "constant" && term.type === "boolean") return term.value === "true";
    if (term.kind !== "binary" || term.operator !== "==") return null;
    const { left, right } = term;
    if (left.kind === "constant" && right.kind === "constant")
      return left.type === right.type && left.value === right.value;
    const a = constantValue(left, constantOf);
    const b = a === null ? null : constantValue(right, constantOf);
    return a === null || b === null ? null : a === b;
  };
}

/** The first world that says anything about a term. */
export function firstOf(...worlds: readonly World[]): World {
  return (term) => {
    for (const world of worlds) {
      const truth = world(term);
      if (truth !== null) return truth;
    }
    return null;
  };
}
