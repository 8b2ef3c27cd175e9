import { numberOfCheck } from "../publish/index.js";
import type { Doorman } from "../work.js";
import { repositoryOf } from "./repository-of.js";

/**
 * Somebody wants a check run made again, by the button beside it or by ours below it. Which pull
 * request it is about stands in it: GitHub names none for those that come from forks.
 */
export const checkRun: Doorman = (app, enqueue) => {
  app.on(["check_run.rerequested", "check_run.requested_action"], async ({ payload }) => {
    const { check_run: run } = payload;
    const repository = repositoryOf(payload);
    if (repository === null) return;
    const number = numberOfCheck(run.external_id ?? "") ?? run.pull_requests[0]?.number;
    if (number !== undefined) await enqueue("review", { ...repository, number, again: true });
    else await enqueue("sweep", { ...repository, head: run.head_sha });
  });
};
