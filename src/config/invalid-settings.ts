import { Failure } from "../primitives/index.js";
import { formatProblem, type Problem } from "../rules/index.js";

/** The settings are wrong. `problems` has all of it, `fields.problems` the same as text, one per line. */
export class InvalidSettings extends Failure {
  constructor(
    readonly file: string,
    readonly problems: readonly Problem[],
  ) {
    super("config.invalid", { file, count: problems.length, problems: problems.map(formatProblem).join("\n") });
  }
}
