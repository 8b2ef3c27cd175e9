/**
 * Behaviors or lines of many commits in, their story out: who changed a cell,
 * who undid whom, what reached which branch. This folder decides from values; it
 * reads lines of patches, but never a tree or a source.
 */
export type { BackportChange, BackportMark, BackportStatus, Backports, Witness } from "./backports/answer.js";
export { applyPolicies, type Policies } from "./backports/apply-policies.js";
export { type BranchPolicy, type ChangeWords, mayBeAsked, type Policy, policies } from "./backports/branch-policy.js";
export { type BackportInput, buildBackports } from "./backports/build-backports.js";
export { addBehavior } from "./lines/add-behavior.js";
export type { Remark, Undoes, UndoesAnswer, Undone, UndoneLine } from "./lines/answer.js";
export { askUndoes, undoes } from "./lines/undoes.js";
export type { Picks } from "./picks/answer.js";
export { findPicks } from "./picks/find-picks.js";
export type {
  Chain,
  ChainStep,
  EventChange,
  EventState,
  Reach,
  Relation,
  RelationKind,
  Timeline,
  TimelineEvent,
} from "./timeline/answer.js";
export { type Branch, buildTimeline, type TimelineInput } from "./timeline/build-timeline.js";
export { type EventOnLine, eventOnLine } from "./timeline/event-on-line.js";
export { numbersOf } from "./timeline/find-events.js";
export type { Line, Point } from "./timeline/line.js";
export type { Proposal } from "./timeline/proposal.js";
