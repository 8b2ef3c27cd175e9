import { findCommit, importObjects, NOTHING, setRef } from "./git-host.js";
import { renderPullRequest } from "./render.js";
import type { PullRequest, Repository } from "./state.js";
import type { World } from "./world.js";

/** Tells the App what happened to a pull request. */
export function tellPull(
  world: World,
  at: Repository,
  pull: PullRequest,
  action: string,
  by: string,
  more: object = {},
): void {
  pull.updated = world.now();
  const pull_request = renderPullRequest(world, at, pull);
  world.tell(at, "pull_request", action, by, { number: pull.number, pull_request, ...more });
}

/** Moves a branch (null deletes it), and whatever follows it: heads of pull requests, and what the App is told. */
export async function moveBranch(
  world: World,
  at: Repository,
  branch: string,
  commit: string | null,
  { by, forced = false }: { readonly by: string; readonly forced?: boolean },
): Promise<void> {
  const before = await findCommit(at.directory, `refs/heads/${branch}`);
  if (before === commit) return;
  await setRef(at.directory, `refs/heads/${branch}`, commit);
  world.tell(at, "push", null, by, {
    ref: `refs/heads/${branch}`,
    before: before ?? NOTHING,
    after: commit ?? NOTHING,
    created: before === null,
    deleted: commit === null,
    forced,
    base_ref: null,
    commits: [],
    head_commit: commit === null ? null : { id: commit },
    pusher: { name: by },
  });
  for (const repository of world.state.repositories) {
    for (const pull of repository.pulls) {
      if (pull.state === "open") await follow(world, repository, pull, { at, branch, commit, by });
    }
  }
}

/** A branch that was moved. */
interface Moved {
  readonly at: Repository;
  readonly branch: string;
  readonly commit: string | null;
  readonly by: string;
}

async function follow(world: World, repository: Repository, pull: PullRequest, moved: Moved): Promise<void> {
  const { at, branch, commit, by } = moved;
  if (commit !== null && repository === at && pull.base.ref === branch) pull.base.sha = commit;
  if (pull.head.repository !== at.id || pull.head.ref !== branch) return;
  if (commit === null) {
    pull.state = "closed";
    tellPull(world, repository, pull, "closed", by);
    return;
  }
  const before = pull.head.sha;
  await setPullHead(world, repository, pull, commit);
  tellPull(world, repository, pull, "synchronize", by, { before, after: commit });
}

/** The base repository shows the head under `refs/pull/N/head`, wherever it comes from. */
export async function setPullHead(world: World, at: Repository, pull: PullRequest, commit: string): Promise<void> {
  const from = world.byId(pull.head.repository);
  if (from !== null && from !== at) await importObjects(at.directory, from.directory);
  pull.head.sha = commit;
  await setRef(at.directory, `refs/pull/${pull.number}/head`, commit);
}
