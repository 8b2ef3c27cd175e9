import type { CheckRun, Comment, Delivery, Installation, PullRequest, Reaction, Repository } from "./state.js";
import type { World } from "./world.js";

// How the API, and the payloads of its events, write what the fake knows.

export function renderUser(world: World, login: string): object {
  const { id, type } = world.account(login);
  const html_url = type === "Bot" ? `${world.origin}/apps/${login.replace("[bot]", "")}` : `${world.origin}/${login}`;
  return { login, id, node_id: `U_${id}`, type, site_admin: false, url: `${world.origin}/users/${login}`, html_url };
}

export function apiUrl(world: World, { owner, name }: Repository): string {
  return `${world.origin}/repos/${owner}/${name}`;
}

export function renderRepository(world: World, repository: Repository): object {
  const { id, owner, name, defaultBranch, parent } = repository;
  const fullName = `${owner}/${name}`;
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name: fullName,
    private: repository.private,
    owner: renderUser(world, owner),
    html_url: `${world.origin}/${fullName}`,
    url: apiUrl(world, repository),
    clone_url: `${world.origin}/${fullName}.git`,
    default_branch: defaultBranch,
    fork: parent !== null,
    archived: false,
    disabled: false,
    visibility: repository.private ? "private" : "public",
  };
}

export function renderInstallation(world: World, installation: Installation): object {
  const { id, account, permissions, events, suspended } = installation;
  return {
    id,
    account: renderUser(world, account),
    app_id: world.state.app.id,
    app_slug: world.state.app.slug,
    target_id: world.account(account).id,
    target_type: world.account(account).type,
    repository_selection: "selected",
    permissions,
    events,
    suspended_at: suspended ? world.now() : null,
    access_tokens_url: `${world.origin}/app/installations/${id}/access_tokens`,
    repositories_url: `${world.origin}/installation/repositories`,
  };
}

export function renderApp(world: World): object {
  const { id, slug, permissions, events } = world.state.app;
  const html_url = `${world.origin}/apps/${slug}`;
  return { id, slug, node_id: `A_${id}`, name: slug, html_url, permissions, events };
}

export function renderPullRequest(world: World, repository: Repository, pull: PullRequest): object {
  const { id, number, state, draft, merged, title, body, labels, base, head, created, updated } = pull;
  const from = world.byId(head.repository);
  const side = (of: Repository | null, ref: string, sha: string) => ({
    label: `${of?.owner ?? "unknown"}:${ref}`,
    ref,
    sha,
    user: of === null ? null : renderUser(world, of.owner),
    repo: of === null ? null : renderRepository(world, of),
  });
  return {
    id,
    node_id: `PR_${id}`,
    number,
    state,
    locked: false,
    draft,
    merged,
    title,
    body,
    user: renderUser(world, pull.author),
    labels: labels.map((name) => ({ name })),
    head: side(from, head.ref, head.sha),
    base: side(repository, base.ref, base.sha),
    merge_commit_sha: pull.mergeCommit,
    created_at: created,
    updated_at: updated,
    closed_at: state === "closed" ? updated : null,
    merged_at: merged ? updated : null,
    author_association: associationOf(repository, pull.author),
    url: `${apiUrl(world, repository)}/pulls/${number}`,
    issue_url: `${apiUrl(world, repository)}/issues/${number}`,
    html_url: `${world.origin}/${repository.owner}/${repository.name}/pull/${number}`,
  };
}

/** A pull request as the issue that it also is. */
export function renderIssue(world: World, repository: Repository, pull: PullRequest): object {
  const { id, number, title, body, state, author, created, updated, labels } = pull;
  const url = `${apiUrl(world, repository)}/pulls/${number}`;
  return {
    id,
    number,
    title,
    body,
    state,
    user: renderUser(world, author),
    labels: labels.map((name) => ({ name })),
    created_at: created,
    updated_at: updated,
    pull_request: { url, html_url: `${world.origin}/${repository.owner}/${repository.name}/pull/${number}` },
    url: `${apiUrl(world, repository)}/issues/${number}`,
  };
}

export function renderComment(world: World, repository: Repository, comment: Comment): object {
  const { id, number, author, byApp, body, created, updated } = comment;
  return {
    id,
    node_id: `IC_${id}`,
    body,
    user: renderUser(world, author),
    author_association: associationOf(repository, author),
    created_at: created,
    updated_at: updated,
    performed_via_github_app: byApp ? renderApp(world) : null,
    url: `${apiUrl(world, repository)}/issues/comments/${id}`,
    issue_url: `${apiUrl(world, repository)}/issues/${number}`,
    html_url: `${world.origin}/${repository.owner}/${repository.name}/pull/${number}#issuecomment-${id}`,
  };
}

export function renderReaction(world: World, { id, author, content, created }: Reaction): object {
  return { id, node_id: `RE_${id}`, content, user: renderUser(world, author), created_at: created };
}

export function renderCheckRun(world: World, repository: Repository, run: CheckRun): object {
  const { id, name, sha, status, conclusion, output, annotations } = run;
  const url = `${apiUrl(world, repository)}/check-runs/${id}`;
  return {
    id,
    node_id: `CR_${id}`,
    name,
    head_sha: sha,
    external_id: run.externalId,
    details_url: run.detailsUrl,
    status,
    conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...output, annotations_count: annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: run.suite },
    app: renderApp(world),
    pull_requests: pullsOf(world, repository, sha),
    url,
    html_url: `${world.origin}/${repository.owner}/${repository.name}/runs/${id}`,
  };
}

/** The open pull requests of a commit, as checks name them: those from forks are left out. */
export function pullsOf(world: World, repository: Repository, sha: string): object[] {
  return repository.pulls
    .filter(({ state, head }) => state === "open" && head.sha === sha && head.repository === repository.id)
    .map(({ id, number, head, base }) => {
      const repo = { id: repository.id, name: repository.name, url: apiUrl(world, repository) };
      const side = ({ ref, sha }: { ref: string; sha: string }) => ({ ref, sha, repo });
      return { id, number, url: `${apiUrl(world, repository)}/pulls/${number}`, head: side(head), base: side(base) };
    });
}

export function renderDelivery(delivery: Delivery): object {
  const { id, guid, event, action, redelivery, delivered, status, installation, repository } = delivery;
  return {
    id,
    guid,
    delivered_at: delivered,
    redelivery,
    duration: 0.01,
    status:
      status >= 200 && status < 300
        ? "OK"
        : status === 0
          ? "failed to connect to host"
          : `Invalid HTTP Response: ${status}`,
    status_code: status,
    event,
    action,
    installation_id: installation,
    repository_id: repository,
    throttled_at: null,
  };
}

function associationOf({ owner, collaborators }: Repository, login: string): string {
  if (login === owner) return "OWNER";
  return Object.hasOwn(collaborators, login) ? "COLLABORATOR" : "NONE";
}
