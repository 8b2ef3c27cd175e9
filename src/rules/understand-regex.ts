import { RE2JS, RE2JSException } from "re2js";
import type { Path, Report } from "./problem.js";

/** Instructions of the compiled program: searching takes time in proportion to them. */
const MAXIMUM_PROGRAM = 2_000;

/** Null when something was reported. The engine is linear in the source whatever the author wrote. */
export function compileRegex(text: string, path: Path, report: Report): RE2JS | null {
  const compiled = compile(text);
  if (typeof compiled === "string") {
    report(path, `the regular expression does not parse: ${compiled}`, HINT);
    return null;
  }
  if (compiled.programSize() <= MAXIMUM_PROGRAM) return compiled;
  report(
    path,
    "the regular expression is too large when its repetitions are written out",
    "Repeat less: {1,20} and not {1,1000}.",
  );
  return null;
}

const HINT =
  "It is written as RE2 has it, without backreferences and lookahead: https://github.com/google/re2/wiki/Syntax.";

function compile(text: string): RE2JS | string {
  try {
    return RE2JS.compile(text);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return error.message.replace(/^error parsing regexp: /, "");
  }
}
