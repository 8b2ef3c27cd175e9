/**
 * A change in a mirror in, what to say on GitHub out. This is the heavy part of a job, so it runs in a
 * process of its own (`analyse`), which can be ended, and which knows no token.
 */
export { analyseChange } from "./analyse-change.js";
export type { Analysis, AnalysisRequest, Annotation, Asked, Told } from "./contract.js";
