import type { GithubPullRequests } from "../github/index.js";
import type { Call } from "./session.js";

/** GitHub's word on pull requests: asked for with `--github`, let in by a token. Loaded only then. */
export async function askedPullRequests({ flags, own, session }: Call): Promise<GithubPullRequests | null> {
  if (flags.github === null || own.proposals === false) return null;
  const { githubAccess, GithubPullRequests } = await import("../github/index.js");
  const access = githubAccess(flags.github, session.io.env);
  return access === null ? null : new GithubPullRequests(access);
}

/** Whether proposals that are told as open are known to be. */
export function statesKnown(pullRequests: GithubPullRequests | null): boolean {
  return pullRequests?.answered === true;
}
