import type { Failure } from "../../primitives/index.js";
import { codedMessage, type Messages, markdown, plain, problemLine } from "../../report/index.js";
import { InvalidFile } from "../../rules/index.js";
import type { CheckResult } from "../publish/index.js";

/** So much of what is wrong with a file is shown. */
const MOST = 100;

/** The check of a change that could not be looked at, for a reason that people of the repository can mend. */
export function unableCheck(failure: Failure, messages: Messages): CheckResult {
  const { app, failures } = messages;
  const sentence = markdown(codedMessage(failures, failure.code, failure.fields));
  const problems = failure instanceof InvalidFile ? failure.problems.slice(0, MOST) : [];
  const listed = problems.map((problem) => `- ${markdown(problemLine(problem, messages))}`);
  const summary = listed.length === 0 ? sentence : [sentence, "", ...listed].join("\n");
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
