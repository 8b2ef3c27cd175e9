/**
 * The one road from a request to an answer: refs, trees, blobs, declarations,
 * facts, cells. It knows no terminal, no format and no web page.
 */
export { type BackportsAnswer, type BackportsRequest, backports } from "./backports.js";
export { evaluateExample } from "./evaluate-example.js";
export { evaluateHazard } from "./evaluate-hazard.js";
export { findHazards, type PackHazards } from "./hazards.js";
export type { TreeHazards, UnknownPlace } from "./hazards-of-tree.js";
export { type MatrixAnswer, type MatrixRequest, matrix } from "./matrix.js";
export type { Listener, ProgressEvent } from "./progress.js";
export { type ReportAnswer, type ReportRequest, report } from "./report.js";
export { type ExplainedFinding, explainFinding } from "./review/explain-finding.js";
export { type ReplayAnswer, type ReplayRequest, replay } from "./review/replay.js";
export type { ReviewRequest } from "./review/request.js";
export { type ReviewAnswer, review } from "./review/review.js";
export { type ScenarioAnswer, type ScenarioRequest, scenario } from "./scenario.js";
export { checkSettings } from "./settings/check-settings.js";
export { type RepositorySettings, readSettings, type SettingsRequest } from "./settings/read-settings.js";
export { type Survey, survey } from "./settings/survey.js";
export { type TimelineAnswer, type TimelineRequest, timeline } from "./timeline.js";
export type { PullRequestFacts, PullRequestLookup } from "./trace/proposals.js";
export { type UndoesRequest, type UndoesResult, undoes } from "./undoes.js";
