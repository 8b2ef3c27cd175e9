/** A number behind the subject: GitHub's squash merges `… (#12)`, GitLab's `… (!12)`. Picks carry several; the last is the commit's own. */
const BEHIND = /\s*\([#!](\d+)\)\s*$/;
/** GitHub, Bitbucket, Azure and bors on merges: https://docs.github.com/pull-requests */
const MERGED = /^(?:Auto )?Merged? (?:pull request |PR |in .*\(pull request )?[#!]?(\d+)\b/i;

/**
 * The pull requests that a subject says the commit is, its own first. A number
 * inside the quotation marks of a revert is another's.
 */
export function pullRequestsOf(subject: string): number[] {
  const numbers: number[] = [];
  let rest = subject;
  for (let match = BEHIND.exec(rest); match !== null; match = BEHIND.exec(rest)) {
    numbers.push(Number(match[1]));
    rest = rest.slice(0, match.index);
  }
  const merged = MERGED.exec(rest);
  return merged === null ? numbers : [...numbers, Number(merged[1])];
}
