import type { RuleDescription } from "../rule-description.js";

/** A path returns before the cleanup of its stage, under a condition that also holds there. */
export const earlyReturnBeforeCleanup = {
  id: "early-return-before-cleanup",
  severity: "warning",
  mode: "comment",
} as const satisfies RuleDescription;
