import { wordsOf } from "../lines/likeness.js";
import { likeness } from "../lines/likeness.js";

/** What picks put before or behind a subject: numbers, branch names, the word itself. */
const DECORATION =
  /\s*\(?[#!]\d+\)?|^\s*\[[^\]]*\]\s*|^\s*(?:automated\s+)?(?:cherry[- ]?pick(?:ed)?|back[- ]?port(?:ed)?)(?:\s+of)?\s*[:-]?\s*|\s*\((?:cherry[- ]?pick|back[- ]?port)[^)]*\)\s*$/gi;

/** How alike two subjects are without what picking adds to them, 0 to 1. */
export function subjectLikeness(a: string, b: string): number {
  const left = plain(a);
  const right = plain(b);
  return left === right && left !== "" ? 1 : likeness(wordsOf(left), wordsOf(right));
}

function plain(subject: string): string {
  return subject.replace(DECORATION, " ").trim().toLowerCase();
}
