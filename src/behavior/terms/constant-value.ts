import { mapTerm, type Term } from "./term.js";

/** Resolves a package-level name to the constant it stands for, or null. */
export type ConstantLookup = (qualifier: string | null, name: string) => string | null;

/** The string or number a term is known to be, or null. */
export function constantValue(term: Term, constantOf: ConstantLookup): string | null {
  switch (term.kind) {
    case "constant":
      return term.type === "nil" ? null : term.value;
    case "symbol":
      return term.value ?? constantOf(term.qualifier, term.name);
    case "binary": {
      if (term.operator !== "+") return null;
      const left = constantValue(term.left, constantOf);
      const right = left === null ? null : constantValue(term.right, constantOf);
      return left === null || right === null ? null : left + right;
    }
    case "call": {
      // string(x): a conversion keeps the value.
      const [argument, ...others] = term.arguments;
      const isConversion = term.callee.kind === "symbol" && term.callee.name === "string" && others.length === 0;
      return isConversion && argument !== undefined ? constantValue(argument, constantOf) : null;
    }
    default:
      return null;
  }
}

/** The term with the values of its constants, so that they are known where its file's imports are not. */
export function withValues(term: Term, constantOf: ConstantLookup): Term {
  return mapTerm(term, (each) => {
    if (each.kind !== "symbol" || each.value !== undefined) return null;
    const value = constantOf(each.qualifier, each.name);
    return value === null ? each : { ...each, value };
  });
}
