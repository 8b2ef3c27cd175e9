import type { Failure } from "../../primitives/index.js";
import { codedMessage, type Messages, markdown, plain } from "../../report/index.js";
import type { CheckResult } from "../publish/index.js";

/** So much of what is wrong with a file is shown. */
const LONGEST = 20_000;

/** The check of a change that could not be looked at, for a reason that people of the repository can mend. */
export function unableCheck({ code, fields }: Failure, { app, failures }: Messages): CheckResult {
  const sentence = markdown(codedMessage(failures, code, fields));
  const problems = String(fields.problems ?? "").slice(0, LONGEST);
  const listed = problems.split("\n").map((problem) => `- ${markdown([{ prose: problem }])}`);
  const summary = problems === "" ? sentence : [sentence, "", ...listed].join("\n");
  return { conclusion: "neutral", title: plain(app.check.unable), summary, annotations: [] };
}

/** The check after a mistake of ours. */
export function troubleCheck(id: string, { app }: Messages): CheckResult {
  const { trouble, troubleSummary } = app.check;
  return {
    conclusion: "neutral",
    title: plain(trouble),
    summary: markdown(troubleSummary(id)),
    annotations: [],
  };
}

/** The check of a commit that is not the newest any more. */
export function supersededCheck({ app }: Messages): CheckResult {
  const { superseded, supersededSummary } = app.check;
  return {
    conclusion: "cancelled",
    title: plain(superseded),
    summary: markdown(supersededSummary),
    annotations: [],
  };
}
