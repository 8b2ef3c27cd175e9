import { closest, distance } from "fastest-levenshtein";

/** A longer word is no slip of anything. */
const MAXIMUM_LENGTH = 100;

/** The known word that a mistyped one probably stands for, or null. */
export function nearest(typed: string, known: readonly string[]): string | null {
  if (known.length === 0 || typed.length > MAXIMUM_LENGTH) return null;
  const sameButCase = known.find((word) => word.toLowerCase() === typed.toLowerCase());
  if (sameButCase !== undefined) return sameButCase;
  const best = closest(typed.toLowerCase(), [...known]);
  return distance(typed.toLowerCase(), best.toLowerCase()) <= tolerance(best.length) ? best : null;
}

/** Two slips in a word (swapped letters are two), more in a long one; a short one with two slips could be anything. */
function tolerance(length: number): number {
  return length <= 3 ? 1 : Math.max(2, Math.floor(length / 3));
}
