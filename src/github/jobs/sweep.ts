import { releaseVersion } from "../../git/index.js";
import { type LastReport, listReports } from "../../store/index.js";
import type { ListedPullRequest, RemoteRepository } from "../api/index.js";
import { jobKinds, type MakeHandler, type SweepName } from "../work.js";
import { isFresh, isUnderWay } from "./freshness.js";
import { minding } from "./minding.js";
import { remoteOf } from "./present.js";

/**
 * Makes a job of every open pull request whose report is not what would be said now, and of every
 * report whose pull request is not open any more. When all is in order it does nothing.
 */
export const sweep: MakeHandler<"sweep"> = (tools) => async (name, job) => {
  const remote = remoteOf(name, tools);
  const ways = {
    again: (seconds: number) => tools.enqueue("sweep", name, seconds),
    tell: async () => {},
    retries: jobKinds.sweep.retries,
    log: tools.log,
    fields: { job: "sweep", repository: name.repository },
  };
  await minding(job, ways, async () => {
    const pulls = await remote.openPullRequests();
    if (isBeside(pulls, name)) return;
    const tips = await tipsOf(pulls, remote);
    const reports = new Map((await listReports(tools.database, name.repository)).map((one) => [one.number, one]));
    const { installation, repository, owner, name: repo } = name;
    const make = (number: number, again = {}) =>
      tools.enqueue("review", { installation, repository, owner, name: repo, number, ...again });
    const isStale = (pull: ListedPullRequest, report: LastReport | undefined) =>
      !isFresh(report, pull, tips.get(pull.base.ref) ?? null) && !isUnderWay(report, pull, new Date());
    for (const pull of pulls) {
      job.signal.throwIfAborted();
      if (pull.head.sha === name.head) await make(pull.number, { again: true });
      else if (isConcerned(pull, name)) await make(pull.number);
      else if (isStale(pull, reports.get(pull.number))) await make(pull.number);
      reports.delete(pull.number);
    }
    for (const number of reports.keys()) await make(number);
  });
};

/** The branch of somebody's work moved, which no report is made from; the heads of pull requests have events of their own. */
function isBeside(pulls: readonly ListedPullRequest[], { branch }: SweepName): boolean {
  return branch !== undefined && releaseVersion(branch) === null && !pulls.some(({ base }) => base.ref === branch);
}

/** Its base moved, or a release branch: whether that has what a change brings may have changed with it. */
function isConcerned({ base }: ListedPullRequest, { branch }: SweepName): boolean {
  return branch !== undefined && (branch === base.ref || releaseVersion(branch) !== null);
}

/** Where the branches point that pull requests want to join. */
async function tipsOf(pulls: readonly ListedPullRequest[], remote: RemoteRepository) {
  const tips = new Map<string, string | null>();
  for (const branch of new Set(pulls.map(({ base }) => base.ref))) tips.set(branch, await remote.branchTip(branch));
  return tips;
}
