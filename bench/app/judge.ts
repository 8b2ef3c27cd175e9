import type { Crowd, Member } from "./crowd.js";

/** What came of a wave, as it stands on GitHub: everything but `commented` should be 0. */
export interface Outcome {
  /** Pull requests whose last head has no finished check that says what is expected of it. */
  readonly unreviewed: number;
  /** Pull requests that take a change back, and have no comment about their last head. */
  readonly unsaid: number;
  /** Pull requests with a comment of ours, of which nothing is to be said. */
  readonly needless: number;
  /** Pull requests with more than one comment of ours. */
  readonly doubled: number;
  /** Pull requests with several check runs at one head. */
  readonly doubledChecks: number;
  /** Pull requests with a comment of ours. */
  readonly commented: number;
}

/** What the check and the comment of a change that takes another one back begin with. */
const TOLD = "This takes back";

export function judge({ members }: Crowd): Outcome {
  const count = (fits: (member: Member) => boolean) => members.filter(fits).length;
  return {
    unreviewed: count((member) => !isReviewed(member)),
    unsaid: count((member) => member.takesBack && !comments(member).some((body) => isAbout(body, member))),
    needless: count((member) => !member.takesBack && comments(member).length > 0),
    doubled: count((member) => comments(member).length > 1),
    doubledChecks: count((member) => checks(member).length > 1),
    commented: count((member) => comments(member).length > 0),
  };
}

export function isReviewed(member: Member): boolean {
  return checks(member).some(({ status, conclusion, output }) => {
    const told = (output.title ?? "").startsWith(TOLD);
    return status === "completed" && (member.takesBack ? conclusion === "neutral" && told : conclusion === "success");
  });
}

function isAbout(body: string, { pull }: Member): boolean {
  return body.includes(`head=${pull.head.sha} `) && body.includes(TOLD);
}

function checks({ pull: { number, head }, repository }: Member) {
  return repository.checkRuns.filter(({ sha, externalId }) => sha === head.sha && externalId === `pull/${number}`);
}

function comments({ pull, repository }: Member): string[] {
  return repository.comments.filter(({ number, byApp }) => number === pull.number && byApp).map(({ body }) => body);
}
