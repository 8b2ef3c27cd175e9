/**
 * Behaviors of refs and the story of their changes in, findings out: what
 * deserves a person's attention, in the order in which it should be read. This
 * folder decides from values; it reads nothing and knows no format.
 */
export type { CellRuleFacts } from "./cell-rules/facts.js";
export { decide, type ReviewFacts, type ReviewPolicy, type SeenInChange } from "./decide.js";
export { type DerivationStep, type DerivedAt, deriveFinding } from "./derivation.js";
export type { Disposition } from "./disposition.js";
export { findStanding, type Standpoint } from "./find-standing.js";
export type {
  EarlierChange,
  Finding,
  FindingEvidence,
  FindingFacts,
  Sighting,
  UndoneCell,
} from "./finding.js";
export { fingerprintOf } from "./fingerprint.js";
export { gapSightings } from "./gap-sightings.js";
export { type Intent, readIntents, withoutIntents } from "./intents.js";
export { isWorthAComment } from "./is-worth-a-comment.js";
export { lineSightings } from "./line-sightings.js";
export { type Replay, type ReplayedComment, type ReplayedMerge, tallyReplay } from "./replay.js";
export type {
  RefAndCommit,
  Remark,
  ResolvedFinding,
  Review,
  ReviewedChange,
  ReviewedRelation,
  StatedFinding,
} from "./review.js";
export { hazardMode, type RuleDescription } from "./rule-description.js";
export { type RuleId, ruleDescriptions } from "./rule-descriptions.js";
export { type Mode, modes, type RuleSetting } from "./rule-setting.js";
export { standingFindings } from "./standing-findings.js";
export type { Seen, SettingOf } from "./to-findings.js";
export { undoSightings } from "./undo-sightings.js";
