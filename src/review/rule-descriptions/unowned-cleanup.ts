import type { RuleDescription } from "../rule-description.js";

/** A cleanup on an object that others share does not ask whose state it removes. */
export const unownedCleanup = {
  id: "unowned-cleanup",
  severity: "notice",
  mode: "monitor",
} as const satisfies RuleDescription;
