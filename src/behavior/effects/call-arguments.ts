import type { Pack } from "../../rules/index.js";
import type { SiteOf } from "../facts/function-facts.js";
import type { FunctionInstance } from "../program/function-instance.js";
import type { Memory, Question } from "../program/memory.js";
import type { Program } from "../program/program.js";
import { withValues } from "../terms/constant-value.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { Term } from "../terms/term.js";
import { type Naming, type ValueText, valueText } from "./value.js";
import { ValueSymbols } from "./value-symbols.js";

/** What a call passes: the meaning of each argument, its readable form, and its type where that is known. */
export interface CallArguments {
  readonly terms: readonly Term[];
  readonly values: readonly ValueText[];
  readonly types: readonly (string | null)[];
  /** The object whose method is called. */
  readonly receiver: Term | null;
}

export const NO_ARGUMENTS: CallArguments = { terms: [], values: [], types: [], receiver: null };

/** What calls pass; asked again for every way that leads through a call. */
export type PassedArguments = Question<[site: SiteOf<"call">, from: FunctionInstance], CallArguments>;

export function passedArguments(program: Program, pack: Pack, memory: Memory): PassedArguments {
  return memory.question((site, from) => argumentsOf(site, from, pack, program));
}

function argumentsOf(
  { call: { callee, arguments: passed }, scope }: SiteOf<"call">,
  from: FunctionInstance,
  pack: Pack,
  program: Program,
): CallArguments {
  const { constantOf, print } = from;
  const naming: Naming = { symbols: ValueSymbols.of(pack.values), scope, constantOf, print };
  const terms = passed.map((argument) => withValues(lowerTerm(argument, scope), constantOf));
  const called = lowerTerm(callee, scope);
  return {
    terms,
    values: passed.map((argument) => valueText(argument, naming)),
    types: terms.map((term) => program.typeOf(term, from)),
    receiver: called.kind === "member" ? called.object : null,
  };
}
