import { nearest } from "../primitives/index.js";

/** `Did you mean "stages"?`, or the whole list when nothing is near. */
export function suggest(wanted: string, known: readonly string[], label: string): string {
  const best = nearest(wanted, known);
  if (best !== null) return `Did you mean "${best}"?`;
  return known.length === 0 ? `${label}: none.` : `${label}: ${known.join(", ")}.`;
}
