/**
 * Finished answers in, text out. Renderers never print, look things up or
 * judge; what a person reads comes from locales, and what came from outside is
 * escaped where a format draws it.
 */
export type { BackportsContext } from "./backports/outline.js";
export { questionsOf } from "./backports/questions.js";
export { renderBackports } from "./backports/render.js";
export type { ConfigAnswer, ShownSettings } from "./config/answers.js";
export { renderConfig } from "./config/render.js";
export type { Alignment, MatrixFormat, RenderContext } from "./context.js";
export { matrixFormats } from "./context.js";
export { renderExplainedFinding, renderExplainedRule } from "./explain/render.js";
export { findingSentence } from "./findings/sentence.js";
export { type Initialised, renderInit } from "./init/render.js";
export { settingsFile } from "./init/settings-file.js";
export type { Surveyed } from "./init/survey.js";
export { WORKFLOW_PATH, workflowFile } from "./init/workflow-file.js";
export { codedMessage, type Fields } from "./locales/coded.js";
export { type Lang, langs, type Messages, messagesIn } from "./locales/index.js";
export { markdown } from "./markdown/escape.js";
export { changesWhatIsDone } from "./matrix/differences.js";
export { renderMatrix } from "./matrix/render.js";
export { problemLine } from "./problem.js";
export type { ReplayContext } from "./replay/outline.js";
export { renderReplay } from "./replay/render.js";
export type { AnsweredCommand, BehindReview, ReviewContext } from "./review/context.js";
export { type ReviewFormat, renderReview, renderReviewTitle, reviewFormats } from "./review/render.js";
export type { RuleCheck, RulesAnswer } from "./rules/answers.js";
export { isBroken } from "./rules/answers.js";
export { renderRules } from "./rules/render.js";
export type { SarifContext } from "./sarif/context.js";
export type { ScenarioContext } from "./scenario/outline.js";
export { renderScenarios } from "./scenario/render.js";
export { plain, printable } from "./terminal/escape.js";
export { fold } from "./terminal/fold.js";
export { widthOf } from "./terminal/width.js";
export type { Text } from "./text.js";
export type { TimelineContext } from "./timeline/context.js";
export { renderTimeline } from "./timeline/render.js";
export type { UndoesContext } from "./undoes/outline.js";
export { renderUndoes } from "./undoes/render.js";
export { concernedMatrix } from "./whole/concerned.js";
export { renderReport } from "./whole/render.js";
export type { Report } from "./whole/summary.js";
