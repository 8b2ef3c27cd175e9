import { json } from "../answer.js";
import { pullRequestOf } from "../comments.js";
import { changedFiles, commitsBetween, mergeBaseOf } from "../git-history.js";
import { renderIssue, renderPullRequest } from "../render.js";
import { about, numberOf, page, type RepositoryCall, type Route } from "../route.js";
import { renderCommit, renderFile } from "./repositories.js";

/** So many commits of a pull request are told, and so many files. */
const COMMITS = 250;
const FILES = 3000;

/** Pull requests, as they are read. */
export const pullRoutes: readonly Route[] = [
  about("GET /pulls", { pull_requests: "read" }, listPulls),
  about("GET /pulls/:number", { pull_requests: "read" }, ({ world, repository, ...call }) =>
    json(200, renderPullRequest(world, repository, pullRequestOf(repository, Number(call.params.number)))),
  ),
  about("GET /issues/:number", { issues: "read", pull_requests: "read" }, ({ world, repository, ...call }) =>
    json(200, renderIssue(world, repository, pullRequestOf(repository, Number(call.params.number)))),
  ),
  about("GET /pulls/:number/commits", { pull_requests: "read" }, async (call) => {
    const { base, head } = pullRequestOf(call.repository, numberOf(call, "number"));
    const commits = await commitsBetween(call.repository.directory, base.sha, head.sha);
    return page(call, await Promise.all(commits.slice(0, COMMITS).map((sha) => renderCommit(call.repository, sha))));
  }),
  about("GET /pulls/:number/files", { pull_requests: "read" }, async (call) => {
    const { directory } = call.repository;
    const { base, head } = pullRequestOf(call.repository, numberOf(call, "number"));
    const fork = await mergeBaseOf(directory, base.sha, head.sha);
    const files = fork === null ? [] : await changedFiles(directory, fork, head.sha);
    return page(call, files.slice(0, FILES).map(renderFile));
  }),
];

function listPulls(call: RepositoryCall) {
  const { world, repository, query } = call;
  const state = query.get("state") ?? "open";
  const [base, head] = [query.get("base"), query.get("head")];
  const oldestFirst = query.get("direction") === "asc" ? 1 : -1;
  const pulls = repository.pulls
    .filter((pull) => state === "all" || pull.state === state)
    .filter((pull) => base === null || pull.base.ref === base)
    .filter((pull) => head === null || head === `${world.byId(pull.head.repository)?.owner}:${pull.head.ref}`)
    .sort((a, b) => oldestFirst * (a.number - b.number));
  return page(
    call,
    pulls.map((pull) => renderPullRequest(world, repository, pull)),
  );
}
