import type { Doorman } from "../work.js";
import { repositoryOf } from "./repository-of.js";

/** Somebody wants all checks of a commit made again. GitHub names no pull requests from forks, so they are looked for. */
export const checkSuite: Doorman = (app, enqueue) => {
  app.on("check_suite.rerequested", async ({ payload }) => {
    const repository = repositoryOf(payload);
    if (repository !== null) await enqueue("sweep", { ...repository, head: payload.check_suite.head_sha });
  });
};
