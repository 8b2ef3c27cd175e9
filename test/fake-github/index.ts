/**
 * The door to a GitHub of our own, on loopback. In: what people do (`people`), what owners
 * decide (`owners`), what goes wrong (`faults`, `deliveries.next`). Out: API, git and webhooks,
 * and the state as plain values. It knows nothing of what the App is for.
 */
export { FakeGithub, type Registration } from "./fake-github.js";
export {
  answers,
  budgetSpent,
  type Fault,
  fails,
  first,
  hangs,
  lost,
  secondaryLimit,
  slow,
  tooManyRequests,
  truncates,
} from "./faults.js";
export { pullRequest } from "./pull-request.js";
export type { Installation, PullRequest, Repository } from "./state.js";
