/**
 * GitHub in, facts out: what its API tells of pull requests. This folder knows
 * how to ask and what can go wrong; it never prints, and never shows a token.
 */
export { type GithubAccess, githubAccess } from "./access.js";
export { GithubPullRequests } from "./pull-requests.js";
