import type { Commands } from "./commands.js";
import type { PullRequestHead } from "./contract.js";
import { listRefs } from "./refs.js";

/**
 * Where the head of a pull request is kept: GitHub's and GitLab's own names, which a
 * mirror has, and the names people fetch them to in a clone
 * (https://docs.github.com/pull-requests: `refs/pull/ID/head`;
 * https://docs.gitlab.com/user/project/merge_requests: `refs/merge-requests/ID/head`).
 */
const OWN = ["pull/*/head", "merge-requests/*/head"];
const COPIED = [...OWN, "pull/*", "pr/*", "merge-requests/*", "mr/*"];
const REF = /^refs\/(?<remote>remotes\/.+\/)?(?:pull|pr|merge-requests|mr)\/(?<number>\d+)(?:\/head)?$/;

/** The names a pull request's head may have, best first. */
export function pullRequestRefs(number: number, remotes: readonly string[]): string[] {
  const own = OWN.map((pattern) => `refs/${pattern}`);
  const copied = remotes.flatMap((remote) => COPIED.map((pattern) => `refs/remotes/${remote}/${pattern}`));
  return [...own, ...copied].map((pattern) => pattern.replace("*", String(number)));
}

/** The heads of all pull requests that this clone holds, by number. */
export async function readPullRequestHeads(commands: Commands): Promise<PullRequestHead[]> {
  const patterns = [
    ...OWN.map((pattern) => `refs/${pattern}`),
    ...COPIED.map((pattern) => `refs/remotes/*/${pattern}`),
  ];
  const heads = new Map<number, PullRequestHead>();
  // refs/merge-requests, refs/pull, refs/remotes: sorted by name, a server's own comes first.
  for (const { name, object } of await listRefs(commands, ...patterns)) {
    const number = Number(REF.exec(name)?.groups?.number ?? Number.NaN);
    if (!Number.isNaN(number) && !heads.has(number)) heads.set(number, { number, commit: object });
  }
  return [...heads.values()].sort((a, b) => a.number - b.number);
}
