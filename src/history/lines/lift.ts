import type { CommitGraph } from "./commit-graph.js";
import { pullRequestsOf } from "./pull-request.js";

/** The pull requests that a commit belongs to: what its own subject says, else the merge that brought it. */
export function pullRequestsOfCommit(graph: CommitGraph, commit: number): number[] {
  const own = pullRequestsOf(graph.records[commit]?.subject ?? "");
  const merge = graph.mergeOf(commit);
  return own.length > 0 || merge === null ? own : pullRequestsOf(graph.records[merge]?.subject ?? "");
}

/** The same for all commits of one pull request; else for the commit alone. */
export function pullRequestKey(graph: CommitGraph, commit: number): string {
  const merge = graph.group(commit)?.merge;
  if (merge !== undefined) return `merge ${merge}`;
  const [number] = pullRequestsOfCommit(graph, commit);
  return number === undefined ? `commit ${commit}` : `pull request ${number}`;
}

/** All commits of the pull request of a commit, the merge included. */
export function siblingsOf(graph: CommitGraph, commit: number): Set<number> {
  const group = graph.group(commit);
  const siblings = new Set(group === null ? [] : [group.merge, ...group.members]);
  const [own] = pullRequestsOf(graph.records[commit]?.subject ?? "");
  if (own === undefined) return siblings;
  for (const [number, { subject }] of graph.records.entries())
    if (pullRequestsOf(subject)[0] === own) siblings.add(number);
  return siblings;
}
