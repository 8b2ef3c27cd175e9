/**
 * Behaviors or lines of many commits in, their story out: who changed a cell,
 * who undid whom, what reached which branch. This folder decides from values; it
 * reads lines of patches, but never a tree or a source.
 */
export type { BackportChange, BackportMark, BackportStatus, Backports, Witness } from "./backports/answer.js";
export { type BackportInput, buildBackports } from "./backports/build-backports.js";
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
export { numbersOf } from "./timeline/find-events.js";
export type { Line, Point } from "./timeline/line.js";
export type { Proposal } from "./timeline/proposal.js";
