/**
 * Behaviors of refs and the story of their changes in, findings out: what
 * deserves a person's attention, in the order in which it should be read. This
 * folder decides from values; it reads nothing and knows no format.
 */
export type { CellRuleFacts } from "./cell-rules/facts.js";
export {
  type EarlierChange,
  type Finding,
  type FindingEvidence,
  type FindingFacts,
  ruleOf,
  type Sighting,
  type UndoneCell,
} from "./finding.js";
export type {
  RefAndCommit,
  ResolvedFinding,
  Review,
  ReviewedChange,
  ReviewedRelation,
  StatedFinding,
} from "./review.js";
export { hazardMode, type RuleDescription } from "./rule-description.js";
export { type RuleId, ruleDescriptions } from "./rule-descriptions.js";
export { type Mode, modes, type RuleSetting } from "./rule-setting.js";
