import { Failure } from "../../primitives/index.js";
import { forgetReport, keepReport, type LastReport } from "../../store/index.js";
import { analyse } from "../analyse.js";
import type { Analysis } from "../analysis/index.js";
import type { RemotePullRequest } from "../api/index.js";
import { beginCheck, type CheckPlace, type CheckResult, finishCheck, publishComment } from "../publish/index.js";
import { jobKinds, type MakeHandler, type PullRequestName, type Tools } from "../work.js";
import { supersededCheck } from "./failed-check.js";
import { circumstancesOf, UNFINISHED } from "./freshness.js";
import { minding } from "./minding.js";
import { mirrorOf } from "./mirror-of.js";
import { isOpen, messages, type Present, readPresent } from "./present.js";
import { saidAbout } from "./questions.js";

/**
 * Looks at a pull request as it is now, and brings what stands on GitHub into line with it. However
 * often it runs, and wherever it was broken off, the next run ends with the same.
 */
export const review: MakeHandler<"review"> = (tools) => async (name, job) => {
  const { log, enqueue } = tools;
  const { repository, number } = name;
  let reviewed: Reviewed | null = null;
  const ways = {
    again: (seconds: number) => enqueue("review", name, seconds),
    tell: async (result: CheckResult) => {
      if (reviewed !== null) await settle(reviewed, result);
    },
    retries: jobKinds.review.retries,
    log,
    fields: { job: "review", repository, number },
  };
  await minding(job, ways, async () => {
    const present = await readPresent(name, tools);
    await closeFormerCheck(present);
    if (!isOpen(present.pull)) return await forgetReport(tools.database, repository, number);
    reviewed = await begin(present, present.pull, name, tools);
    const analysis = await analyseNow(reviewed, job.signal);
    await confirm(reviewed, analysis);
    job.signal.throwIfAborted();
    await publish(reviewed, analysis);
  });
};

/** A pull request whose review has begun. */
interface Reviewed {
  readonly name: PullRequestName;
  readonly tools: Tools;
  readonly present: Present;
  readonly pull: RemotePullRequest;
  readonly check: CheckPlace;
  readonly checkRun: number;
  readonly report: LastReport;
}

/** A check that a broken-off review left running at a commit which is not the head any more. */
async function closeFormerCheck({ remote, self, pull, last }: Present): Promise<void> {
  if (last === null || last.checkRun === null || last.configurationHash !== UNFINISHED) return;
  if (isOpen(pull) && pull.head.sha === last.head) return;
  const place = { repository: remote, appId: self.id, commit: last.head, number: last.number, messages };
  await finishCheck(place, last.checkRun, supersededCheck(messages));
}

async function begin(
  present: Present,
  pull: RemotePullRequest,
  name: PullRequestName,
  tools: Tools,
): Promise<Reviewed> {
  const { remote, self, last } = present;
  const check = { repository: remote, appId: self.id, commit: pull.head.sha, number: name.number, messages };
  const { id: checkRun, isRunning } = await beginCheck(check, { again: name.again === true });
  const report: LastReport = {
    installation: name.installation,
    repository: name.repository,
    number: name.number,
    comment: last?.comment ?? null,
    commentHash: last?.commentHash ?? null,
    checkRun,
    base: pull.base.sha,
    head: pull.head.sha,
    configurationHash: UNFINISHED,
    at: new Date(),
  };
  if (isRunning) await keepReport(tools.database, report);
  return { name, tools, present, pull, check, checkRun, report };
}

async function analyseNow({ name, tools, present, pull }: Reviewed, signal: AbortSignal): Promise<Analysis> {
  const { clone_url: cloneUrl, default_branch: defaultBranch, html_url: webUrl } = pull.base.repo;
  const open = (await present.remote.openPullRequests()).map(({ number }) => number);
  const pullRequests = [...new Set([...open, name.number])];
  const said = await saidAbout(name, tools);
  using mirror = await mirrorOf(name, { cloneUrl, defaultBranch, pullRequests }, tools, signal);
  const { directory } = mirror;
  const text = { title: pull.title, description: pull.body ?? "" };
  const change = {
    base: pull.base.ref,
    head: `#${name.number}`,
    number: name.number,
    draft: pull.draft === true,
    text,
  };
  try {
    return await analyse({ directory, webUrl, ...change, ...said }, signal);
  } catch (error) {
    if (error instanceof Failure && error.code === "repository-damaged") tools.mirrors.distrust(name.repository);
    throw error;
  }
}

/** What was looked at must still be what there is: the head may have moved, or the pull request been closed. */
async function confirm({ name, present }: Reviewed, { head }: Analysis): Promise<void> {
  const now = await present.remote.pullRequest(name.number);
  if (now?.head.sha !== head || !isOpen(now))
    throw new Failure("github.moved", { repository: present.remote.fullName });
}

async function publish(reviewed: Reviewed, analysis: Analysis): Promise<void> {
  const { name, tools, present, pull, check, checkRun, report } = reviewed;
  const { remote, self, last } = present;
  const place = { repository: remote, number: name.number, login: self.login, draft: pull.draft === true };
  const known = { comment: last?.comment ?? null, commentHash: last?.commentHash ?? null };
  const comment = await publishComment(place, known, analysis);
  const { conclusion, title, body: summary, annotations } = analysis;
  const finished = await finishCheck(check, checkRun, { conclusion, title, summary, annotations });
  const done = { base: analysis.base, configurationHash: circumstancesOf(pull), at: new Date() };
  await keepReport(tools.database, { ...report, ...comment, checkRun: finished, ...done });
}

/** Ends the check without a review; the same is not tried again until something changes. */
async function settle({ tools, check, checkRun, report, pull, present }: Reviewed, result: CheckResult): Promise<void> {
  const finished = await finishCheck(check, checkRun, result);
  const base = (await present.remote.branchTip(pull.base.ref)) ?? report.base;
  await keepReport(tools.database, { ...report, checkRun: finished, base, configurationHash: circumstancesOf(pull) });
}
