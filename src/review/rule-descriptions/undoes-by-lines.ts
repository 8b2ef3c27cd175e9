import type { RuleDescription } from "../rule-description.js";

/** Lines of this change return to what an earlier fix had replaced. Lines move for many reasons, so it is only counted at first. */
export const undoesByLines = {
  id: "undoes-by-lines",
  severity: "warning",
  mode: "monitor",
} as const satisfies RuleDescription;
