import { type Messages, messagesIn } from "../../report/index.js";
import { findReport, type LastReport } from "../../store/index.js";
import { orFailure, type RemotePullRequest, RemoteRepository, type Self } from "../api/index.js";
import type { PullRequestName, RepositoryName, Tools } from "../work.js";

/** What the App says before it knows the language of a repository. */
export const messages: Messages = messagesIn("en");

/** A repository as an installation sees it. */
export function remoteOf({ installation, owner, name }: RepositoryName, { github }: Tools): RemoteRepository {
  return new RemoteRepository(github.installation(installation), owner, name);
}

export function selfOf({ github }: Tools): Promise<Self> {
  return orFailure("", () => github.self());
}

/** A pull request as it is now, and what was said about it last. */
export interface Present {
  readonly remote: RemoteRepository;
  readonly self: Self;
  /** Null when it is gone. */
  readonly pull: RemotePullRequest | null;
  readonly last: LastReport | null;
}

export async function readPresent(name: PullRequestName, tools: Tools): Promise<Present> {
  const remote = remoteOf(name, tools);
  const self = await selfOf(tools);
  const pull = await remote.pullRequest(name.number);
  return { remote, self, pull, last: await findReport(tools.database, name.repository, name.number) };
}

export function isOpen(pull: RemotePullRequest | null): pull is RemotePullRequest {
  return pull?.state === "open";
}
