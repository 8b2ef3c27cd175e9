import { closest, distance } from "fastest-levenshtein";

/** The known word that a mistyped one probably stands for, or "". Two letters may be wrong (swapped ones count as two), in long words more. */
export function nearest(typed: string, known: readonly string[]): string {
  if (known.length === 0 || typed.length > 100) return "";
  const best = closest(typed.toLowerCase(), [...known]);
  const tolerance = best.length < 4 ? 1 : Math.max(2, Math.floor(best.length / 3));
  return distance(typed.toLowerCase(), best.toLowerCase()) <= tolerance ? best : "";
}
