import { RE2JS, RE2JSException } from "re2js";
import type { Path, Report } from "./problem.js";

/** Instructions of the compiled program: searching takes time in proportion to them. */
const MAXIMUM_PROGRAM = 2_000;

/** Null when something was reported. The engine is linear in the source whatever the author wrote. */
export function compileRegex(text: string, path: Path, report: Report): RE2JS | null {
  const compiled = compile(text);
  if (typeof compiled === "string") {
    report(path, { code: "regex-syntax", detail: compiled });
    return null;
  }
  if (compiled.programSize() <= MAXIMUM_PROGRAM) return compiled;
  report(path, { code: "regex-too-large" });
  return null;
}

function compile(text: string): RE2JS | string {
  try {
    return RE2JS.compile(text);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return error.message.replace(/^error parsing regexp: /, "");
  }
}
