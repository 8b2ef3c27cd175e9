import { Octokit } from "@octokit/rest";
import type { GithubAccess } from "./access.js";

/** One pull request as the API tells it, as far as it is looked at. */
export interface WrittenPullRequest {
  readonly number: number;
  readonly state: string;
  readonly merged: boolean;
  readonly title: string;
  readonly body: string | null;
  readonly base: { readonly ref: string };
  readonly labels: readonly { readonly name: string }[];
  readonly merge_commit_sha: string | null;
}

/** The two questions that are asked. Both throw what the client throws. */
export interface Asking {
  pullRequest(number: number): Promise<WrittenPullRequest>;
  /** Resolves when the repository can be seen. */
  repository(): Promise<void>;
}

/** A server that does not answer must not keep anybody waiting. */
const PATIENCE = 15_000;

/** Asks GitHub's REST API. Nothing is logged: a client that logs requests could log more than it should. */
export function askGithub({ owner, repo, token, baseUrl }: GithubAccess): Asking {
  const silent = () => {};
  const octokit = new Octokit({
    auth: token,
    baseUrl,
    userAgent: "volteface",
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const request = () => ({ signal: AbortSignal.timeout(PATIENCE) });
  return {
    pullRequest: async (number) =>
      (await octokit.rest.pulls.get({ owner, repo, pull_number: number, request: request() })).data,
    repository: async () => {
      await octokit.rest.repos.get({ owner, repo, request: request() });
    },
  };
}
