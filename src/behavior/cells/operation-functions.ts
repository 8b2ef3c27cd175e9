import type { FunctionInstance } from "../program/function-instance.js";
import type { Term } from "../terms/term.js";
import type { Evaluation } from "./evaluation.js";

export function definitionsOf(operation: string, { program, catalog, summaries }: Evaluation): FunctionInstance[] {
  const definitions = program
    .functions()
    .filter((instance) => catalog.operationOfFunction(instance)?.name === operation);
  return definitions.sort((a, b) => Number(summaries.of(b).length > 0) - Number(summaries.of(a).length > 0));
}

/** The function that a call runs, as far as the sources show it; null for a library's. */
export function targetOf(
  callee: Term,
  operation: string | null,
  from: FunctionInstance,
  evaluation: Evaluation,
): FunctionInstance | null {
  const { program, catalog, summaries, wanted } = evaluation;
  const resolved = program.resolve(callee, from);
  const functions = resolved.kind === "functions" ? resolved.functions : [];
  const target = functions.find((each) => operation === null || catalog.operationOfFunction(each)?.name === operation);
  if (resolved.kind === "functions" && target !== undefined && !resolved.certain && summaries.of(target).length > 0)
    wanted.namesakesOf(target);
  if (target !== undefined || operation === null || resolved.kind === "library") return target ?? null;
  return evaluation.definitionsOf(operation)[0] ?? null;
}
