import type { PullRequest, Repository } from "../../test/fake-github/index.js";
import type { Crowd } from "./crowd.js";

/** What came of a wave, as it stands on GitHub; the first three should be 0. */
export interface Outcome {
  /** Pull requests whose last head has no finished check of ours. */
  readonly unreviewed: number;
  /** Pull requests with more than one comment of ours. */
  readonly doubled: number;
  /** Pull requests with several check runs at one head. */
  readonly doubledChecks: number;
  /** Pull requests with a comment of ours. */
  readonly commented: number;
}

export function judge({ pulls }: Crowd): Outcome {
  const count = (fits: (pull: PullRequest, repository: Repository) => boolean) =>
    pulls.filter(([pull, repository]) => fits(pull, repository)).length;
  return {
    unreviewed: count((pull, repository) => !isReviewed(pull, repository)),
    doubled: count((pull, repository) => comments(pull, repository) > 1),
    doubledChecks: count((pull, repository) => checks(pull, repository).length > 1),
    commented: count((pull, repository) => comments(pull, repository) === 1),
  };
}

export function isReviewed(pull: PullRequest, repository: Repository): boolean {
  return checks(pull, repository).some(
    ({ status, conclusion }) => status === "completed" && (conclusion === "success" || conclusion === "neutral"),
  );
}

function checks({ number, head }: PullRequest, { checkRuns }: Repository) {
  return checkRuns.filter(({ sha, externalId }) => sha === head.sha && externalId === `pull/${number}`);
}

function comments({ number }: PullRequest, repository: Repository): number {
  return repository.comments.filter((comment) => comment.number === number && comment.byApp).length;
}
