import type { Path, Report } from "./problem.js";
import { regexEngine } from "./text-expression.js";

/** Instructions of the compiled program: searching takes time in proportion to them. */
const MAXIMUM_PROGRAM = 2_000;

/** Whether a text is a regular expression that may be searched for; reports why not. */
export function isRegex(text: string, path: Path, report: Report): boolean {
  const { RE2JS, RE2JSException } = regexEngine();
  try {
    if (RE2JS.compile(text).programSize() <= MAXIMUM_PROGRAM) return true;
    report(path, { code: "regex-too-large" });
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    report(path, { code: "regex-syntax", detail: error.message.replace(/^error parsing regexp: /, "") });
  }
  return false;
}
