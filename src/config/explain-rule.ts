import type { Severity } from "../primitives/index.js";
import { hazardMode, type Mode, type RuleDescription, type RuleId, ruleDescriptions } from "../review/index.js";
import type { Pack } from "../rules/index.js";
import type { EffectiveSettings } from "./effective-settings.js";
import type { Origin } from "./origin.js";

/** A rule, and how settings want it. */
export interface ExplainedRule {
  readonly rule: OwnRule | PackRule;
  readonly severity: Severity;
  readonly mode: Mode;
  readonly reason: string | null;
  readonly origin: Origin;
}

/** A rule of Volteface, whose words are in the locales. */
export interface OwnRule {
  readonly kind: "rule";
  readonly id: RuleId;
  /** Some of what it sees cannot happen yet, and is only counted. */
  readonly hasLatent: boolean;
}

/** A hazard of a pack, in its author's words. */
export interface PackRule {
  readonly kind: "hazard";
  readonly id: string;
  readonly pack: string;
  readonly message: string;
  readonly explanation: string;
}

/** What there is to say about a rule; null when neither Volteface nor one of the packs has it. */
export function explainRule(
  id: string,
  packs: readonly Pack[],
  { settings, origins }: EffectiveSettings,
): ExplainedRule | null {
  const found = findRule(id, packs);
  if (found === null) return null;
  const setting = Object.hasOwn(settings.rules, id) ? settings.rules[id] : undefined;
  return {
    rule: found.rule,
    severity: setting?.severity ?? found.severity,
    mode: setting?.mode ?? hazardMode,
    reason: setting?.reason ?? null,
    origin: origins[`rules.${id}`] ?? { kind: "default" },
  };
}

function findRule(id: string, packs: readonly Pack[]): Pick<ExplainedRule, "rule" | "severity"> | null {
  const own = ruleDescriptions.find((each) => each.id === id);
  if (own !== undefined) {
    const { isLatent, severity }: RuleDescription = own;
    return { rule: { kind: "rule", id: own.id, hasLatent: isLatent !== undefined }, severity };
  }
  for (const pack of packs) {
    const hazard = pack.hazards.find((each) => each.id === id);
    if (hazard !== undefined) {
      const { message, explanation, severity } = hazard;
      return { rule: { kind: "hazard", id, pack: pack.id, message, explanation }, severity };
    }
  }
  return null;
}

/** The ids of all rules that can be configured, our own first. */
export function ruleIds(packs: readonly Pack[]): readonly string[] {
  return [...ruleDescriptions.map(({ id }) => id), ...packs.flatMap((pack) => pack.hazards.map(({ id }) => id))];
}
