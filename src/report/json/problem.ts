import type { Problem } from "../../rules/index.js";
import { messagesIn } from "../locales/index.js";
import { toldProblem } from "../problem.js";
import { plain } from "../terminal/escape.js";

/** A problem by its code, with its words in English: programs read the same in every language. */
export function problemOf(problem: Problem): unknown {
  const { file, line, column, fault } = problem;
  const { message, hint } = toldProblem(problem, messagesIn("en"));
  return { file, line, column, code: fault.code, message: plain(message), hint: plain(hint) };
}
