import { Failure } from "../../primitives/index.js";
import type { GithubClient } from "./client.js";
import { orFailure } from "./github-failure.js";

type Rest = GithubClient["rest"];
type Answer<Method extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<Method>>["data"];

/** What GitHub tells of pull requests, comments and check runs. */
export type RemotePullRequest = Answer<Rest["pulls"]["get"]>;
export type ListedPullRequest = Answer<Rest["pulls"]["list"]>[number];
export type RemoteComment = Answer<Rest["issues"]["getComment"]>;
export type RemoteCheckRun = Answer<Rest["checks"]["get"]>;
export type RemoteAnnotation = Answer<Rest["checks"]["listAnnotations"]>[number];

/** https://docs.github.com/en/rest/checks/runs#update-a-check-run */
export interface CheckFields {
  readonly status: "in_progress" | "completed";
  readonly conclusion?: "success" | "neutral" | "failure" | "cancelled";
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output: { readonly title: string; readonly summary: string; readonly annotations?: readonly object[] };
  readonly actions?: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
}

export interface NewCheckRun extends CheckFields {
  readonly name: string;
  readonly head_sha: string;
  readonly external_id: string;
}

/** A page as large as GitHub allows. */
const per_page = 100;

/**
 * A repository on GitHub, as an installation of the App sees it. Whatever goes wrong is thrown as a
 * `github.*` failure, which has no token in it and no words of anybody; `null` is for what is not there.
 */
export class RemoteRepository {
  readonly #at: { readonly owner: string; readonly repo: string };

  constructor(
    private readonly client: GithubClient,
    owner: string,
    name: string,
  ) {
    this.#at = { owner, repo: name };
  }

  get fullName(): string {
    return `${this.#at.owner}/${this.#at.repo}`;
  }

  /** The repository itself; fails where it is out of reach. */
  async read(): Promise<Answer<Rest["repos"]["get"]>> {
    return (await this.#ask(() => this.client.rest.repos.get(this.#at))).data;
  }

  pullRequest(number: number): Promise<RemotePullRequest | null> {
    return this.#find(() => this.client.rest.pulls.get({ ...this.#at, pull_number: number }));
  }

  openPullRequests(): Promise<ListedPullRequest[]> {
    return this.#ask(() => this.client.paginate(this.client.rest.pulls.list, { ...this.#at, state: "open", per_page }));
  }

  /** The commit that a branch points at. */
  async branchTip(branch: string): Promise<string | null> {
    const found = await this.#find(() => this.client.rest.repos.getBranch({ ...this.#at, branch }));
    return found?.commit.sha ?? null;
  }

  /** What a person may do here: `admin`, `write`, `read` or `none`. */
  async permissionOf(username: string): Promise<string> {
    const ask = () => this.client.rest.repos.getCollaboratorPermissionLevel({ ...this.#at, username });
    return (await this.#find(ask))?.permission ?? "none";
  }

  comment(id: number): Promise<RemoteComment | null> {
    return this.#find(() => this.client.rest.issues.getComment({ ...this.#at, comment_id: id }));
  }

  /** All comments on a pull request, the oldest first. */
  comments(number: number): Promise<RemoteComment[]> {
    const asked = { ...this.#at, issue_number: number, per_page };
    return this.#ask(() => this.client.paginate(this.client.rest.issues.listComments, asked));
  }

  async createComment(number: number, body: string): Promise<number> {
    const asked = { ...this.#at, issue_number: number, body };
    return (await this.#ask(() => this.client.rest.issues.createComment(asked))).data.id;
  }

  async updateComment(id: number, body: string): Promise<void> {
    await this.#ask(() => this.client.rest.issues.updateComment({ ...this.#at, comment_id: id, body }));
  }

  /** Deletes a comment; one that is gone already is as good. */
  async deleteComment(id: number): Promise<void> {
    await this.#find(async () => {
      await this.client.rest.issues.deleteComment({ ...this.#at, comment_id: id });
      return { data: {} };
    });
  }

  /** Reacts to a comment; a reaction that is there already stays as it is. */
  async react(comment: number, content: "eyes" | "+1" | "confused"): Promise<void> {
    const asked = { ...this.#at, comment_id: comment, content };
    await this.#find(() => this.client.rest.reactions.createForIssueComment(asked));
  }

  checkRun(id: number): Promise<RemoteCheckRun | null> {
    return this.#find(() => this.client.rest.checks.get({ ...this.#at, check_run_id: id }));
  }

  /** The check runs of a name that the App made for a commit, the youngest first. */
  async checkRuns(commit: string, name: string, appId: number): Promise<RemoteCheckRun[]> {
    const asked = { ...this.#at, ref: commit, check_name: name, filter: "all", app_id: appId, per_page } as const;
    const found = await this.#ask(() => this.client.paginate(this.client.rest.checks.listForRef, asked));
    return found.sort((a, b) => b.id - a.id);
  }

  annotations(checkRun: number): Promise<RemoteAnnotation[]> {
    const asked = { ...this.#at, check_run_id: checkRun, per_page };
    return this.#ask(() => this.client.paginate(this.client.rest.checks.listAnnotations, asked));
  }

  async createCheckRun(fields: NewCheckRun): Promise<number> {
    const asked = { ...this.#at, ...fields } as Parameters<Rest["checks"]["create"]>[0];
    return (await this.#ask(() => this.client.rest.checks.create(asked))).data.id;
  }

  async updateCheckRun(id: number, fields: CheckFields): Promise<void> {
    const asked = { ...this.#at, ...fields, check_run_id: id } as Parameters<Rest["checks"]["update"]>[0];
    await this.#ask(() => this.client.rest.checks.update(asked));
  }

  #ask<Value>(question: () => Promise<Value>): Promise<Value> {
    return orFailure(this.fullName, question);
  }

  /** Null where GitHub says that there is nothing; whether the repository itself is gone shows elsewhere. */
  async #find<Value>(question: () => Promise<{ data: Value }>): Promise<Value | null> {
    try {
      return (await this.#ask(question)).data;
    } catch (error) {
      if (error instanceof Failure && error.code === "github.not-found") return null;
      throw error;
    }
  }
}
