import { addComment, commentOf, deleteComment, editComment, pullRequestOf } from "./comments.js";
import { createRepository, type NewRepository } from "./create-repository.js";
import { findCommit, importObjects, setRef } from "./git-host.js";
import { writeCommit, writeMerge } from "./git-write.js";
import { moveBranch, setPullHead, tellPull } from "./pulls.js";
import { pullsOf, renderCheckRun } from "./render.js";
import type { Comment, PullRequest, Repository } from "./state.js";
import type { World } from "./world.js";

/** Somebody of the little world, unless another login is given. */
const SOMEBODY = "ada";

interface By {
  /** The login of who does it. */
  readonly by?: string;
}

export interface NewPullRequest extends By {
  /** A branch of the repository, or of the fork that `from` names. */
  readonly head: string;
  readonly from?: Repository;
  /** The default branch unless told. */
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
  /** The next free one unless told. */
  readonly number?: number;
}

/** What people do on GitHub. Each resolves when it is done; the App is told at the same time. */
export class People {
  constructor(
    private readonly world: World,
    private readonly directory: string,
  ) {}

  createRepository(asked: NewRepository): Promise<Repository> {
    return createRepository(this.world, this.directory, asked);
  }

  /** Points a branch at a commit, which may come from another repository; null deletes it. */
  async push(
    at: Repository,
    branch: string,
    commit: string | null,
    { from, by = SOMEBODY, forced = false }: By & { readonly from?: string; readonly forced?: boolean } = {},
  ): Promise<void> {
    if (from !== undefined) await importObjects(at.directory, from);
    await moveBranch(this.world, at, branch, commit, { by, forced });
  }

  async forcePush(
    at: Repository,
    branch: string,
    commit: string,
    by: By & { readonly from?: string } = {},
  ): Promise<void> {
    await this.push(at, branch, commit, { ...by, forced: true });
  }

  /** Writes a commit on top of a branch (null deletes a file), pushes it, and gives its id. A new branch starts at the default one. */
  async commit(
    at: Repository,
    branch: string,
    message: string,
    files: Readonly<Record<string, string | null>>,
    by: By = {},
  ): Promise<string> {
    const tip = await findCommit(at.directory, `refs/heads/${branch}`);
    const parent = tip ?? (await findCommit(at.directory, `refs/heads/${at.defaultBranch}`));
    const commit = await writeCommit(at.directory, parent, message, files);
    await moveBranch(this.world, at, branch, commit, { by: by.by ?? SOMEBODY });
    return commit;
  }

  async openPullRequest(at: Repository, asked: NewPullRequest): Promise<PullRequest> {
    const { head, from = at, base = at.defaultBranch, by = SOMEBODY, draft = false, labels = [] } = asked;
    const sha = await commitOf(from, head);
    const number = asked.number ?? Math.max(0, ...at.pulls.map((pull) => pull.number)) + 1;
    const created = this.world.now();
    const pull: PullRequest = {
      id: this.world.nextId(),
      number,
      author: by,
      title: asked.title ?? head,
      body: asked.body ?? null,
      draft,
      state: "open",
      merged: false,
      mergeCommit: null,
      labels: [...labels],
      base: { ref: base, sha: await commitOf(at, base) },
      head: { repository: from.id, ref: head, sha },
      created,
      updated: created,
    };
    await setPullHead(this.world, at, pull, sha);
    at.pulls.push(pull);
    tellPull(this.world, at, pull, "opened", by);
    return pull;
  }

  /** Changes title, body or base. */
  async editPullRequest(
    at: Repository,
    number: number,
    change: { readonly title?: string; readonly body?: string; readonly base?: string },
    { by = SOMEBODY }: By = {},
  ): Promise<void> {
    const pull = pullRequestOf(at, number);
    const { title, body, base } = pull;
    pull.title = change.title ?? title;
    pull.body = change.body ?? body;
    if (change.base !== undefined) pull.base = { ref: change.base, sha: await commitOf(at, change.base) };
    const changes = {
      ...(change.title === undefined ? {} : { title: { from: title } }),
      ...(change.body === undefined ? {} : { body: { from: body } }),
      ...(change.base === undefined ? {} : { base: { ref: { from: base.ref }, sha: { from: base.sha } } }),
    };
    tellPull(this.world, at, pull, "edited", by, { changes });
  }

  readyForReview(at: Repository, number: number, { by = SOMEBODY }: By = {}): void {
    const pull = pullRequestOf(at, number);
    pull.draft = false;
    tellPull(this.world, at, pull, "ready_for_review", by);
  }

  closePullRequest(at: Repository, number: number, { by = SOMEBODY }: By = {}): void {
    const pull = pullRequestOf(at, number);
    pull.state = "closed";
    tellPull(this.world, at, pull, "closed", by);
  }

  reopenPullRequest(at: Repository, number: number, { by = SOMEBODY }: By = {}): void {
    const pull = pullRequestOf(at, number);
    pull.state = "open";
    tellPull(this.world, at, pull, "reopened", by);
  }

  /** Merges with a merge commit, or takes `commit` as what the merge made (a squash of a story). */
  async mergePullRequest(
    at: Repository,
    number: number,
    { by = SOMEBODY, commit, from }: By & { readonly commit?: string; readonly from?: string } = {},
  ): Promise<string> {
    const pull = pullRequestOf(at, number);
    if (from !== undefined) await importObjects(at.directory, from);
    const merged = commit ?? (await mergeCommit(at, pull));
    pull.state = "closed";
    pull.merged = true;
    pull.mergeCommit = merged;
    await moveBranch(this.world, at, pull.base.ref, merged, { by });
    tellPull(this.world, at, pull, "closed", by);
    return merged;
  }

  comment(at: Repository, number: number, body: string, { by = SOMEBODY }: By = {}): Comment {
    return addComment(this.world, at, number, { login: by, byApp: false }, body);
  }

  editComment(at: Repository, id: number, body: string, { by = SOMEBODY }: By = {}): void {
    editComment(this.world, at, commentOf(at, id), by, body);
  }

  deleteComment(at: Repository, id: number, { by = SOMEBODY }: By = {}): void {
    deleteComment(this.world, at, commentOf(at, id), by);
  }

  /** Presses the button beside one check run. */
  clickReRun(at: Repository, checkRun: number, { by = SOMEBODY }: By = {}): void {
    const run = at.checkRuns.find(({ id }) => id === checkRun);
    if (run === undefined) throw new Error(`there is no check run ${checkRun}`);
    this.world.tell(at, "check_run", "rerequested", by, { check_run: renderCheckRun(this.world, at, run) });
  }

  /** Presses the button that runs all checks of a commit again. */
  clickReRunAll(at: Repository, sha: string, { by = SOMEBODY }: By = {}): void {
    const { slug, id } = this.world.state.app;
    const check_suite = { id: 1, head_sha: sha, pull_requests: pullsOf(this.world, at, sha), app: { id, slug } };
    this.world.tell(at, "check_suite", "rerequested", by, { check_suite });
  }

  /** Puts a pull request into the merge queue; the commit is what would be merged. */
  async enterMergeQueue(at: Repository, number: number, { by = SOMEBODY }: By = {}): Promise<string> {
    const pull = pullRequestOf(at, number);
    const head_sha = await mergeCommit(at, pull);
    const ref = `gh-readonly-queue/${pull.base.ref}/pr-${number}-${pull.base.sha}`;
    await setRef(at.directory, `refs/heads/${ref}`, head_sha);
    const merge_group = {
      head_sha,
      head_ref: `refs/heads/${ref}`,
      base_sha: pull.base.sha,
      base_ref: `refs/heads/${pull.base.ref}`,
      head_commit: { id: head_sha },
    };
    this.world.tell(at, "merge_group", "checks_requested", by, { merge_group });
    return head_sha;
  }
}

async function commitOf(at: Repository, branch: string): Promise<string> {
  const commit = await findCommit(at.directory, `refs/heads/${branch}`);
  if (commit === null) throw new Error(`${at.owner}/${at.name} has no branch ${branch}`);
  return commit;
}

const mergeCommit = ({ directory }: Repository, { number, base, head }: PullRequest): Promise<string> =>
  writeMerge(directory, base.sha, head.sha, `Merge pull request #${number}`);
