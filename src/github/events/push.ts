import type { Doorman } from "../work.js";
import { repositoryOf } from "./repository-of.js";

/** A branch of a merge queue; it has an event of its own. */
const QUEUE = "gh-readonly-queue/";

/** A branch moved: reports on pull requests that want to go there, or that ask about it, may be out of date. */
export const push: Doorman = (app, enqueue) => {
  app.on("push", async ({ payload }) => {
    const repository = repositoryOf(payload);
    const [, branch] = /^refs\/heads\/(.+)$/s.exec(payload.ref) ?? [];
    if (repository === null || branch === undefined || payload.deleted || branch.startsWith(QUEUE)) return;
    await enqueue("sweep", { ...repository, branch });
  });
};
