import { findReport, keepCommand, keepDisposition } from "../../store/index.js";
import type { RemoteComment } from "../api/index.js";
import { type BadCommand, type Command, parseCommand, type Question, recordOf } from "../commands/index.js";
import { jobKinds, type MakeHandler, type PullRequestName, type Tools } from "../work.js";
import { isUnfinished } from "./freshness.js";
import { minding } from "./minding.js";
import { namedFinding } from "./named-finding.js";
import { remoteOf } from "./present.js";

/** Seconds until it is asked again what a review has found that is being made. */
const SOON = 5;

type Asked = Command | BadCommand;

/** Those who may give commands: `write` includes what GitHub calls maintain. */
const ALLOWED = ["admin", "write"];

/** Does what a comment asks for, if its author may ask. The answer is a reaction, and a part of the one comment. */
export const command: MakeHandler<"command"> = (tools) => async (name, job) => {
  const remote = remoteOf(name, tools);
  const ways = {
    again: (seconds: number) => tools.enqueue("command", name, seconds),
    tell: async () => {},
    retries: jobKinds.command.retries,
    log: tools.log,
    fields: { job: "command", repository: name.repository, number: name.number },
  };
  await minding(job, ways, async () => {
    const comment = await remote.comment(name.comment);
    const asked = parseCommand(comment?.body ?? "");
    if (comment === null || asked === null) return;
    if (!ALLOWED.includes(await remote.permissionOf(comment.user?.login ?? ""))) {
      return await remote.react(comment.id, "confused");
    }
    await remote.react(comment.id, "eyes");
    const possible = await withFinding(asked, name, tools);
    if (possible === null) return await tools.enqueue("command", name, SOON);
    await keep(possible, comment, name, tools);
    const { comment: _, ...pullRequest } = name;
    await tools.enqueue("review", pullRequest);
    await remote.react(comment.id, "problem" in possible ? "confused" : "+1");
  });
};

/** A command with the whole id of the finding that it is about, or why there is none; null when that is not known before a review has ended. */
async function withFinding(asked: Asked, name: PullRequestName, tools: Tools): Promise<Asked | null> {
  if ("problem" in asked || asked.verb !== "ignore") return asked;
  const last = await findReport(tools.database, name.repository, name.number);
  const id = await namedFinding(asked.id, last, remoteOf(name, tools));
  if (id !== null) return { ...asked, id };
  return isUnfinished(last, new Date()) ? null : { problem: "no-finding", word: asked.id };
}

/** Keeps what was decided or asked; the review that follows goes by it. */
async function keep(
  asked: Asked,
  { id: comment, user, created_at }: RemoteComment,
  { repository, number }: PullRequestName,
  { database }: Tools,
): Promise<void> {
  const said = { repository, number, comment, author: user?.login ?? "", at: new Date(created_at) };
  const question = (one: Question) => keepCommand(database, { ...said, ...recordOf(one) });
  if ("problem" in asked) return await question({ verb: "refused", ...asked });
  const { verb } = asked;
  if (verb === "intended") {
    return await keepDisposition(database, { ...said, kind: verb, finding: null, reason: asked.reason });
  }
  if (verb === "ignore") {
    return await keepDisposition(database, {
      ...said,
      kind: verb,
      finding: asked.id,
      reason: asked.reason,
    });
  }
  await question(asked);
}
