import type { RuleDescription } from "../rule-description.js";

/** What the set-like operation writes, the clean-like operation of the same ref does not remove. */
export const asymmetry = { id: "asymmetry", severity: "warning", mode: "comment" } as const satisfies RuleDescription;
