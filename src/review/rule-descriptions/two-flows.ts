import type { RuleDescription } from "../rule-description.js";

/** One stage is served by two flows with different triggers. */
export const twoFlows = { id: "two-flows", severity: "notice", mode: "monitor" } as const satisfies RuleDescription;
