import type { LanguageFrontEnd } from "../languages/index.js";
import type { Pattern } from "./pack.js";
import { metavariables, parsePattern } from "./parse-pattern.js";
import type { Path, Report } from "./problem.js";

/** Parses a pattern and checks its metavariables; null when something was reported. */
export type PatternReader = (text: string, path: Path, known?: readonly string[]) => Pattern | null;

/** One of anything, and the rest of a call's arguments. */
const ANYTHING = ["$_", "$..."];

export function patternReader(frontEnd: LanguageFrontEnd, report: Report): PatternReader {
  return (text, path, known = []) => {
    const parsed = parsePattern(text, frontEnd);
    if (!parsed.ok) {
      report(path, { code: "pattern-syntax", detail: parsed.detail }, { offset: parsed.offset });
      return null;
    }
    const strange = metavariables(parsed.pattern.expression).filter(
      (name) => !ANYTHING.includes(name) && !known.includes(name),
    );
    for (const name of strange)
      report(
        path,
        { code: "unknown-metavariable", name, known: [...known, ...ANYTHING] },
        { offset: Math.max(0, text.indexOf(name)) },
      );
    return strange.length > 0 ? null : parsed.pattern;
  };
}
