import type { RuleDescription } from "../rule-description.js";

/** Branches that behave as the base did do not have this change of behavior. */
export const missingBackport = {
  id: "missing-backport",
  severity: "notice",
  mode: "comment",
} as const satisfies RuleDescription;
