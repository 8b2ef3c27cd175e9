import type { Doorman } from "../work.js";

/**
 * The App was installed, removed, let in again, or given and denied repositories. Which ones there are
 * now is found out by the job that compares all of them with what is known.
 */
export const installation: Doorman = (app, enqueue) => {
  app.on(
    [
      "installation.created",
      "installation.deleted",
      "installation.unsuspend",
      "installation.new_permissions_accepted",
      "installation_repositories.added",
      "installation_repositories.removed",
    ],
    () => enqueue("reconcile", {}),
  );
};
