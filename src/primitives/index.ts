/**
 * What every other folder may need: how a mistake is told, what a mistyped word was meant to be, which
 * languages it is told in, what is worked out once for an object, what is asked once, how many questions
 * become one, what another process is told of this one, how V8 is prepared for a short run, which packages
 * wait until they are needed. It knows nothing of git, Go or rules.
 */
export { Failure } from "./failure.js";
export { Failures } from "./failures.js";
export { gathered } from "./gathered.js";
export { type Lang, langs } from "./lang.js";
export { nearest } from "./nearest.js";
export { once } from "./once.js";
export { passedEnvironment } from "./passed-environment.js";
export { perObject } from "./per-object.js";
export { SETTINGS_PATH } from "./settings-path.js";
export { type Severity, severities } from "./severity.js";
export { prepareShortRun } from "./short-run.js";
export { version } from "./version.js";
export { whenNeeded } from "./when-needed.js";
