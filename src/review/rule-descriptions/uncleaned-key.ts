import type { RuleDescription } from "../rule-description.js";

/** A key has a writer, and no cleanup path reaches it. */
export const uncleanedKey = {
  id: "uncleaned-key",
  severity: "notice",
  mode: "monitor",
} as const satisfies RuleDescription;
