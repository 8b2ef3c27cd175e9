import {
  type FindingFacts,
  hazardMode,
  type RuleDescription,
  type RuleSetting,
  ruleDescriptions,
} from "../review/index.js";
import type { Settings } from "./settings.js";

/**
 * How a repository wants a rule, or a hazard that its packs bring along. Findings that cannot happen yet are
 * only counted, unless the repository chose a mode for the rule.
 */
export function settingOf({ rules }: Settings, rule: string, facts: FindingFacts | null = null): RuleSetting {
  const { mode, severity, reason, modeIsChosen } = (Object.hasOwn(rules, rule) ? rules[rule] : undefined) ?? NOT_NAMED;
  const quiet = !modeIsChosen && facts !== null && isLatent(rule, facts);
  return { mode: quiet ? "monitor" : mode, severity, reason };
}

const NOT_NAMED = { mode: hazardMode, severity: null, reason: null, modeIsChosen: false } as const;

function isLatent(id: string, facts: FindingFacts): boolean {
  const description: RuleDescription | undefined = ruleDescriptions.find((rule) => rule.id === id);
  return description?.isLatent?.(facts) ?? false;
}
