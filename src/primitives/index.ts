/**
 * What every other folder may need: how a mistake is told. It knows nothing of
 * git, Go or rules.
 */
export { Failure } from "./failure.js";
