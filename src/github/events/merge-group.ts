import type { Doorman } from "../work.js";
import { repositoryOf } from "./repository-of.js";

/** A merge queue waits for a check of what it is about to merge. */
export const mergeGroup: Doorman = (app, enqueue) => {
  app.on("merge_group.checks_requested", async ({ payload }) => {
    const { head_sha: head, head_ref: ref, base_ref: baseRef } = payload.merge_group;
    const repository = repositoryOf(payload);
    const base = baseRef.replace(/^refs\/heads\//, "");
    if (repository !== null) await enqueue("mergeGroup", { ...repository, head, base, ref });
  });
};
