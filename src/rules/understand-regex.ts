import type { TextRule } from "./hazard.js";
import type { Path, Report } from "./problem.js";
import { expressionOf, regexEngine } from "./text-expression.js";

/** Instructions of the compiled program: searching takes time in proportion to them. */
const MAXIMUM_PROGRAM = 2_000;

/** The rule when its text can be searched for; else null, and it is reported why not. */
export function searchable(rule: TextRule, path: Path, report: Report): TextRule | null {
  try {
    if (expressionOf(rule).programSize() <= MAXIMUM_PROGRAM) return rule;
    report(path, { code: "regex-too-large" });
  } catch (error) {
    if (!(error instanceof regexEngine().RE2JSException)) throw error;
    report(path, { code: "regex-syntax", detail: error.message.replace(/^error parsing regexp: /, "") });
  }
  return null;
}
