import type { Difference, Scenarios } from "../behavior/index.js";
import type { Backports, Undoes } from "../history/index.js";
import { type Severity, severities } from "../primitives/index.js";
import { changesWhatIsDone, questionsOf } from "../report/index.js";

/** 1 when something found is as severe as `--fail-on` asks. */
export function exitCodeFor(found: readonly Severity[], failOn: Severity | null): number {
  if (failOn === null) return 0;
  const limit = severities.indexOf(failOn);
  return found.some((severity) => severities.indexOf(severity) >= limit) ? 1 : 0;
}

/** What is done counts as a warning, how a path gets there as a notice. */
export function severityOfDifference(difference: Difference): Severity {
  return changesWhatIsDone(difference) ? "warning" : "notice";
}

/** A gap is a question. */
export function severitiesOfGaps(backports: Backports): Severity[] {
  return questionsOf(backports).map(() => "notice");
}

/** What a change takes back without a word deserves more attention than what it says it does. */
export function severitiesOfUndoes({ answers }: Undoes): Severity[] {
  return answers.flatMap(({ undone }) =>
    undone.map(({ confidence, declared }) => (confidence === "high" && !declared ? "warning" : "notice")),
  );
}

/** What the rules expect is the project's own word: where a story ends otherwise, it is worth a warning. */
export function severitiesOfScenarios({ scenarios }: Scenarios): Severity[] {
  return scenarios.flatMap(({ on }) => on.flatMap(({ failed }) => failed.map(() => "warning" as const)));
}
