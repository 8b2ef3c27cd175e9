import picomatch from "picomatch";
import type { BranchPolicy } from "../history/index.js";
import { branchName } from "./branch-name.js";
import type { Settings } from "./settings.js";

/**
 * What the settings say about a branch on a day (`2026-03-31`); null when no pattern matches it. Of the
 * entries that match, the last one in force counts; when none is in force that day, the last one at all:
 * its time tells that the branch is not asked.
 *
 * @param branch as it is typed; `origin/` and the like are no part of its name
 */
export function policyOf({ branches }: Pick<Settings, "branches">, branch: string, day: string): BranchPolicy | null {
  const name = branchName(branch);
  const matching = branches.filter(({ pattern }) => picomatch.isMatch(name, pattern, GLOB));
  const found = matching.findLast((each) => isInForce(each, day)) ?? matching.at(-1);
  return found === undefined ? null : { policy: found.policy, since: found.since, until: found.until };
}

/** Extended globs can take a matcher very long, and no branch needs them. */
const GLOB = { dot: true, noextglob: true } as const;

function isInForce({ since, until }: BranchPolicy, day: string): boolean {
  return (since === null || since <= day) && (until === null || day <= until);
}
