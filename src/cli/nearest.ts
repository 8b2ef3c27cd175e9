import { closest, distance } from "fastest-levenshtein";

/** The known word that a mistyped one probably stands for, or "". */
export function nearest(typed: string, known: readonly string[]): string {
  if (known.length === 0 || typed.length > 100) return "";
  const best = closest(typed.toLowerCase(), [...known]);
  return distance(typed.toLowerCase(), best.toLowerCase()) <= Math.max(1, Math.floor(best.length / 3)) ? best : "";
}
