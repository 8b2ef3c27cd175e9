import type { CommitGraph } from "../lines/commit-graph.js";
import { pullRequestsOfCommit } from "../lines/lift.js";
import type { Origins } from "./origins.js";

/** A change that is looked for, under all its names. */
export interface SourceChange {
  /** Number of the commit; a merge stands for what it brought. */
  readonly number: number;
  /** The commit, and for a merge those that it brought: a trailer may name any of them. */
  readonly commits: ReadonlySet<number>;
  readonly pullRequests: readonly number[];
}

export function sourceChange(graph: CommitGraph, number: number): SourceChange {
  return { number, commits: new Set(graph.brought(number)), pullRequests: pullRequestsOfCommit(graph, number) };
}

/** Whether trailers lead to the change. */
export function isNamedBy({ commits, pullRequests }: SourceChange, origin: Origins): boolean {
  return (
    [...origin.commits].some((commit) => commits.has(commit)) ||
    pullRequests.some((number) => origin.pullRequestsOfPicks.has(number))
  );
}

/** Whether the text names one of the change's pull requests. */
export function isNumberedBy({ pullRequests }: SourceChange, origin: Origins): boolean {
  return pullRequests.some((number) => origin.pullRequests.has(number));
}
