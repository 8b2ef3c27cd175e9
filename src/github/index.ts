/**
 * GitHub in, facts out: what its API tells of pull requests; and the App, which GitHub tells of
 * events and which answers there. This folder knows how to ask and what can go wrong; it never
 * prints, and never shows a token.
 */
export { type GithubAccess, githubAccess } from "./access.js";
export { GithubPullRequests } from "./pull-requests.js";
export { serveApp } from "./serve-app.js";
export { reviewInWorkflow } from "./workflow-review.js";
