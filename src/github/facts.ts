import type { PullRequestFacts } from "../analyze/index.js";
import type { WrittenPullRequest } from "./ask.js";

/** What the API tells of a pull request, as the engine understands it. */
export function factsOf(written: WrittenPullRequest): PullRequestFacts {
  const { state, merged, title, body, base, labels, merge_commit_sha: mergeCommit } = written;
  return {
    state: merged ? "merged" : state === "closed" ? "closed" : "open",
    title: title.replace(/\s+/g, " ").trim(),
    base: base.ref,
    labels: labels.map(({ name }) => name).sort(),
    closes: closedIssues(body ?? ""),
    mergeCommit: merged ? (mergeCommit ?? null) : null,
  };
}

/** https://docs.github.com/en/issues/tracking-your-work-with-issues/linking-a-pull-request-to-an-issue */
const CLOSING = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+#(\d{1,9})\b/gi;

function closedIssues(body: string): number[] {
  return [...new Set([...body.matchAll(CLOSING)].map(([, number]) => Number(number)))].sort((a, b) => a - b);
}
