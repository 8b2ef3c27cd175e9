import { Failure } from "../../primitives/index.js";
import { analyse } from "../analyse.js";
import { beginCheck, type CheckPlace, type CheckResult, finishCheck } from "../publish/index.js";
import { jobKinds, type MakeHandler, type MergeGroupName, type Tools } from "../work.js";
import { supersededCheck } from "./failed-check.js";
import { minding } from "./minding.js";
import { mirrorOf } from "./mirror-of.js";
import { messages, remoteOf, selfOf } from "./present.js";

/** Makes the check of what a merge queue is about to merge. The queue waits for it, so it always comes to an end. */
export const mergeGroup: MakeHandler<"mergeGroup"> = (tools) => async (name, job) => {
  const repository = remoteOf(name, tools);
  let begun: { readonly place: CheckPlace; readonly id: number } | null = null;
  const finish = async (result: CheckResult) => {
    if (begun !== null) await finishCheck(begun.place, begun.id, result);
  };
  const ways = {
    again: (seconds: number) => tools.enqueue("mergeGroup", name, seconds),
    tell: finish,
    retries: jobKinds.mergeGroup.retries,
    log: tools.log,
    fields: { job: "merge-group", repository: name.repository },
  };
  await minding(job, ways, async () => {
    const { id: appId } = await selfOf(tools);
    const place = { repository, appId, commit: name.head, number: null, messages };
    begun = { place, id: (await beginCheck(place, { again: false })).id };
    await finish(await checkOf(name, tools, job.signal));
  });
};

async function checkOf(name: MergeGroupName, tools: Tools, signal: AbortSignal): Promise<CheckResult> {
  const remote = remoteOf(name, tools);
  const { clone_url: cloneUrl, default_branch: defaultBranch, html_url: webUrl } = await remote.read();
  const pullRequests = (await remote.openPullRequests()).map(({ number }) => number);
  using mirror = await mirrorOf(name, { cloneUrl, defaultBranch, pullRequests }, tools, signal);
  const change = {
    base: name.base,
    head: name.head,
    number: null,
    draft: false,
    text: null,
    dispositions: [],
    commands: [],
  };
  try {
    const found = await analyse({ directory: mirror.directory, webUrl, ...change }, signal);
    const { conclusion, title, body: summary, annotations } = found;
    return { conclusion, title, summary, annotations };
  } catch (error) {
    // The queue has given the group up, and with it its branch.
    if (error instanceof Failure && error.code === "unknown-commit") return supersededCheck(messages);
    throw error;
  }
}
