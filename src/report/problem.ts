import type { Problem } from "../rules/index.js";
import type { Told } from "./locales/en/problems.js";
import type { Messages } from "./locales/index.js";
import type { Text } from "./text.js";

/** What is wrong, and what to write instead. */
export function toldProblem({ fault }: Problem, { problems }: Messages): Told {
  // Each code has the message that takes its fields; TypeScript cannot follow that through the table.
  return (problems[fault.code] as (of: typeof fault) => Told)(fault);
}

/** The usual one-line form: `pack.yml:3:5: what is wrong. What to write instead.` */
export function problemLine(problem: Problem, messages: Messages): Text {
  const { file, line, column } = problem;
  return messages.problemLine(`${file}:${line}:${column}`, toldProblem(problem, messages));
}
