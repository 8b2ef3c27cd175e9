import { likeness, wordsOf } from "../lines/likeness.js";

/** What picks put before or behind a subject: numbers, branch names, the word itself. */
const DECORATION =
  /\s*\([#!]\d+\)|^\s*\[[^\]]*\]\s*|^\s*(?:automated\s+)?(?:cherry[- ]?pick(?:ed)?|back[- ]?port(?:ed)?)(?:\s+of)?(?:\s+#\d+)?\s*[:-]?\s*|\s*\((?:cherry[- ]?pick|back[- ]?port)[^)]*\)\s*$/gi;

/** A subject without what picking adds to it, in small letters. */
export function plainSubject(subject: string): string {
  return subject.replace(DECORATION, " ").trim().toLowerCase();
}

/** How alike two subjects are without what picking adds to them, 0 to 1. */
export function subjectLikeness(a: string, b: string): number {
  const left = plainSubject(a);
  const right = plainSubject(b);
  return left === right && left !== "" ? 1 : likeness(wordsOf(left), wordsOf(right));
}
