import { hasCommand } from "../commands/index.js";
import type { Doorman } from "../work.js";
import { repositoryOf } from "./repository-of.js";

/** A person wrote a command into a comment on a pull request. Bots, ourselves among them, give none. */
export const issueComment: Doorman = (app, enqueue) => {
  app.on(["issue_comment.created", "issue_comment.edited"], async ({ payload }) => {
    const { issue, comment, sender } = payload;
    const repository = repositoryOf(payload);
    if (repository === null || issue.pull_request == null || sender.type === "Bot" || comment.user?.type === "Bot")
      return;
    if (!hasCommand(comment.body)) return;
    await enqueue("command", { ...repository, number: issue.number, comment: comment.id });
  });
};
