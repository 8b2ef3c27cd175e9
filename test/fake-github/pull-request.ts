import type { PullRequest } from "./state.js";

/** A pull request as a value, for tests that need no commits: its head is of a fork that was deleted. */
export function pullRequest(number: number, fields: Partial<PullRequest> = {}): PullRequest {
  return {
    id: 1000 + number,
    number,
    author: "somebody",
    title: `Proposal ${number}`,
    body: null,
    draft: false,
    state: "open",
    merged: false,
    mergeCommit: null,
    labels: [],
    base: { ref: "master", sha: "1".repeat(40) },
    head: { repository: 0, ref: "topic", sha: "2".repeat(40) },
    created: "2025-10-21T08:00:00Z",
    updated: "2025-10-21T08:00:00Z",
    ...fields,
  };
}
