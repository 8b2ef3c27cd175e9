import type { RuleDescription } from "../rule-description.js";

/** Other refs do something at a stage where this one does nothing. */
export const missingStage = {
  id: "missing-stage",
  severity: "notice",
  mode: "monitor",
} as const satisfies RuleDescription;
