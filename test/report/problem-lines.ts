import { messagesIn, plain, problemLine } from "../../src/report/index.js";
import type { Problem } from "../../src/rules/index.js";

/** What is said about problems in English, one line each. */
export function problemLines(problems: readonly Problem[]): string[] {
  return problems.map((problem) => plain(problemLine(problem, messagesIn("en"))));
}
