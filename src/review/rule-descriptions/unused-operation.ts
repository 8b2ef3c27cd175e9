import type { RuleDescription } from "../rule-description.js";

/** An operation is defined and never called. */
export const unusedOperation = {
  id: "unused-operation",
  severity: "notice",
  mode: "monitor",
} as const satisfies RuleDescription;
