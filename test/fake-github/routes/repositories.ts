import { json, notFound, Refusal } from "../answer.js";
import {
  type ChangedFile,
  changedFiles,
  commitsBetween,
  describeCommit,
  mergeBaseOf,
  readFileAt,
} from "../git-history.js";
import { branchesOf, findCommit } from "../git-host.js";
import { apiUrl, renderInstallation, renderPullRequest, renderRepository, renderUser } from "../render.js";
import { about, page, type RepositoryCall, type Route } from "../route.js";
import type { Repository } from "../state.js";

/** Repositories, who may do what there, and what is in them. */
export const repositoryRoutes: readonly Route[] = [
  about("GET ", { metadata: "read" }, ({ world, repository }) => json(200, renderRepository(world, repository))),
  about("GET /collaborators/:user/permission", { metadata: "read" }, tellPermission),
  about("GET /branches", { contents: "read" }, async (call) => {
    const branches = await branchesOf(call.repository.directory);
    return page(
      call,
      [...branches].map(([name, sha]) => ({ name, commit: { sha }, protected: false })),
    );
  }),
  about("GET /branches/*branch", { contents: "read" }, async ({ repository, params }) => {
    const sha = (await branchesOf(repository.directory)).get(params.branch ?? "");
    if (sha === undefined) throw new Refusal(404, "Branch not found");
    return json(200, { name: params.branch, commit: { sha }, protected: false });
  }),
  about("GET /contents/*path", { contents: "read" }, tellContents),
  about("GET /compare/*basehead", { contents: "read" }, compare),
  about("GET /commits/:ref/pulls", { pull_requests: "read" }, async (call) => {
    const sha = await commitOf(call.repository, call.params.ref ?? "");
    const pulls = call.repository.pulls.filter(({ head, mergeCommit }) => head.sha === sha || mergeCommit === sha);
    return page(
      call,
      pulls.map((pull) => renderPullRequest(call.world, call.repository, pull)),
    );
  }),
  {
    pattern: "GET /repos/:owner/:repo/installation",
    by: "app",
    reply: ({ world, params }) => {
      const repository = world.find(`${params.owner}/${params.repo}`);
      const installation = repository === null ? null : world.installationOf(repository);
      if (installation === null) throw notFound();
      return json(200, renderInstallation(world, installation));
    },
  },
];

export async function commitOf({ directory }: Repository, ref: string): Promise<string> {
  const found = await findCommit(directory, ref);
  if (found === null) throw new Refusal(422, `No commit found for SHA: ${ref}`);
  return found;
}

function tellPermission({ world, repository, params }: RepositoryCall) {
  const { user = "" } = params;
  if (!world.state.accounts.has(user)) throw notFound();
  const owns = user === repository.owner ? "admin" : undefined;
  const permission = owns ?? repository.collaborators[user] ?? (repository.private ? "none" : "read");
  return json(200, { permission, role_name: permission, user: renderUser(world, user) });
}

async function tellContents({ repository, params, query }: RepositoryCall) {
  const { path = "" } = params;
  const commit = await findCommit(repository.directory, query.get("ref") ?? repository.defaultBranch);
  if (commit === null) throw new Refusal(404, `No commit found for the ref ${query.get("ref")}`);
  const found = await readFileAt(repository.directory, commit, path);
  if (found === null) throw notFound();
  const { sha, content } = found;
  const name = path.slice(path.lastIndexOf("/") + 1);
  // Larger files come without their content, and are to be asked for in another way.
  const small = content.length <= 1_000_000;
  const encoding = small ? "base64" : "none";
  return json(200, {
    type: "file",
    name,
    path,
    sha,
    size: content.length,
    encoding,
    content: small ? content.toString("base64") : "",
  });
}

async function compare(call: RepositoryCall) {
  const { world, repository, params } = call;
  const [base = "", head = ""] = (params.basehead ?? "").split("...");
  const [from, to] = [await findCommit(repository.directory, base), await findCommit(repository.directory, head)];
  if (from === null || to === null) throw notFound();
  const fork = await mergeBaseOf(repository.directory, from, to);
  if (fork === null) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`);
  const ahead = await commitsBetween(repository.directory, from, to);
  const behind = await commitsBetween(repository.directory, to, from);
  const both = ahead.length > 0 && behind.length > 0;
  const commits = await Promise.all(ahead.slice(0, 250).map((sha) => renderCommit(repository, sha)));
  return json(200, {
    url: `${apiUrl(world, repository)}/compare/${params.basehead}`,
    status: both ? "diverged" : ahead.length > 0 ? "ahead" : behind.length > 0 ? "behind" : "identical",
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    base_commit: await renderCommit(repository, from),
    merge_base_commit: await renderCommit(repository, fork),
    commits,
    files: (await changedFiles(repository.directory, fork, to)).slice(0, 300).map(renderFile),
  });
}

export async function renderCommit(repository: Repository, commit: string): Promise<object> {
  const { sha, tree, parents, author, committer, message } = await describeCommit(repository.directory, commit);
  return {
    sha,
    commit: { author, committer, message, tree: { sha: tree } },
    parents: parents.map((one) => ({ sha: one })),
  };
}

export function renderFile({ previous, patch, additions, deletions, ...file }: ChangedFile): object {
  return {
    ...file,
    additions,
    deletions,
    changes: additions + deletions,
    ...(previous === null ? {} : { previous_filename: previous }),
    ...(patch === null ? {} : { patch }),
  };
}
