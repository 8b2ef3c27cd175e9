import { closest, distance } from "fastest-levenshtein";

/** The known name that a misspelled one probably stands for, or null. */
export function nearest(wanted: string, known: readonly string[]): string | null {
  if (known.length === 0 || wanted.length > 100) return null;
  const sameButCase = known.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (sameButCase !== undefined) return sameButCase;
  const best = closest(wanted, [...known]);
  return distance(wanted, best) <= tolerance(best.length) ? best : null;
}

/** Two slips in a word, more in a long one; a short one with two slips could be anything. */
function tolerance(length: number): number {
  return length <= 3 ? 1 : Math.max(2, Math.floor(length / 3));
}

/** `Did you mean "stages"?`, or the whole list when nothing is near. */
export function suggest(wanted: string, known: readonly string[], label: string): string {
  const best = nearest(wanted, known);
  if (best !== null) return `Did you mean "${best}"?`;
  return known.length === 0 ? `${label}: none.` : `${label}: ${known.join(", ")}.`;
}
