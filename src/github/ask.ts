import { Octokit } from "@octokit/rest";
import * as z from "zod";
import type { GithubAccess } from "./access.js";

const written = z.object({
  number: z.number(),
  state: z.string(),
  merged: z.boolean(),
  title: z.string(),
  body: z.string().nullish(),
  base: z.object({ ref: z.string() }),
  labels: z.array(z.object({ name: z.string() })),
  merge_commit_sha: z.string().nullish(),
});

/** One pull request as the API tells it, as far as it is looked at. */
export type WrittenPullRequest = z.infer<typeof written>;

/** Something answered that is not GitHub: a proxy's page, another server. */
export class NotUnderstood extends Error {}

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
    pullRequest: async (number) => {
      const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number, request: request() });
      const understood = written.safeParse(data);
      if (understood.success) return understood.data;
      throw new NotUnderstood();
    },
    repository: async () => {
      await octokit.rest.repos.get({ owner, repo, request: request() });
    },
  };
}
