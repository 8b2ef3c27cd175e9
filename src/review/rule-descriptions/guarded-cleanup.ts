import type { FindingFacts } from "../finding.js";
import type { RuleDescription } from "../rule-description.js";

/** A key is not removed when another one is absent, though it can exist alone. Where no call of the ref leads to that, it is only counted at first. */
export const guardedCleanup = {
  id: "guarded-cleanup",
  severity: "warning",
  mode: "comment",
  isLatent: (facts: FindingFacts) => facts.rule === "guarded-cleanup" && facts.reachedBy.length === 0,
} as const satisfies RuleDescription;
