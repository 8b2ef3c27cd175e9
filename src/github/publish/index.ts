/**
 * What there is to say in, changes on GitHub out. What is to be done is decided as a plan from values;
 * doing it compares with what is already there and writes only the difference, so it may be done again.
 */
export { beginCheck, type CheckPlace, finishCheck, numberOfCheck } from "./check-run.js";
export type { CheckResult } from "./plan-check-run.js";
export { type KnownComment, publishComment } from "./publish-comment.js";
