import type { Call } from "../../languages/index.js";
import type { Pack } from "../../rules/index.js";
import type { Scope } from "../facts/scope.js";
import type { FunctionInstance } from "../program/program.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { ConstantLookup } from "../terms/print-term.js";
import { mapTerm, type Term } from "../terms/term.js";
import { type Naming, type ValueText, valueText } from "./value.js";

/** What a call passes: the meaning of each argument, and its readable form. */
export interface CallArguments {
  readonly terms: readonly Term[];
  readonly values: readonly ValueText[];
}

export const NO_ARGUMENTS: CallArguments = { terms: [], values: [] };

export function argumentsOf(call: Call, scope: Scope, { standing }: FunctionInstance, pack: Pack): CallArguments {
  const naming: Naming = { values: pack.values, scope, constantOf: standing.constantOf, print: standing.print };
  return {
    terms: call.arguments.map((argument) =>
      mapTerm(lowerTerm(argument, scope), (term) => resolved(term, standing.constantOf)),
    ),
    values: call.arguments.map((argument) => valueText(argument, naming)),
  };
}

/** What is passed on takes along what its own file knows of it. */
function resolved(term: Term, constantOf: ConstantLookup): Term | null {
  return term.kind === "symbol" && term.value === undefined
    ? { ...term, value: constantOf(term.qualifier, term.name) }
    : null;
}
