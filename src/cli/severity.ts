import type { Difference } from "../behavior/index.js";
import { changesWhatIsDone } from "../report/index.js";
import { type Severity, severities } from "./flags.js";

/** 1 when a difference is as severe as `--fail-on` asks: what is done counts as a warning, how a path gets there as a notice. */
export function exitCodeFor(differences: readonly Difference[], failOn: Severity | null): number {
  if (failOn === null) return 0;
  const limit = severities.indexOf(failOn);
  return differences.some((difference) => severities.indexOf(severityOf(difference)) >= limit) ? 1 : 0;
}

function severityOf(difference: Difference): Severity {
  return changesWhatIsDone(difference) ? "warning" : "notice";
}
