import type { Doorman } from "../work.js";
import { repositoryOf } from "./repository-of.js";

/** A pull request came, changed or went; what it is now, the job finds out. Those of bots count like others. */
export const pullRequest: Doorman = (app, enqueue) => {
  app.on(
    [
      "pull_request.opened",
      "pull_request.reopened",
      "pull_request.synchronize",
      "pull_request.edited",
      "pull_request.ready_for_review",
      "pull_request.closed",
    ],
    async ({ payload }) => {
      const repository = repositoryOf(payload);
      if (repository !== null) await enqueue("review", { ...repository, number: payload.number });
    },
  );
};
