import { Failure } from "./failure.js";

/** Several mistakes found together, told together: a line each. */
export class Failures extends Failure {
  constructor(readonly problems: readonly Failure[]) {
    super(problems.map(({ code }) => code).join(", "));
  }
}
