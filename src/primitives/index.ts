/**
 * What every other folder may need: how a mistake is told, and what a mistyped
 * word was meant to be. It knows nothing of git, Go or rules.
 */
export { Failure } from "./failure.js";
export { nearest } from "./nearest.js";
export { type Severity, severities } from "./severity.js";
