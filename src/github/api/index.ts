/**
 * The door to GitHub's API for the App. In: its id, its key, where the API is. Out: clients
 * of the App and of its installations that keep GitHub's limits, and tokens for git. It does
 * not know what is asked for.
 */
export { type Budget, type ClientOptions, type GithubClient, tokenClient } from "./client.js";
export { githubFailure, orFailure } from "./github-failure.js";
export { type Github, openGithub, type Self } from "./open-github.js";
export {
  type ListedPullRequest,
  type RemoteAnnotation,
  type RemoteCheckRun,
  type RemoteComment,
  type RemotePullRequest,
  RemoteRepository,
} from "./remote-repository.js";
