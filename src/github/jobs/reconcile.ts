import { Failure } from "../../primitives/index.js";
import { forgetOtherInstallations } from "../../store/index.js";
import { orFailure } from "../api/index.js";
import type { MakeHandler, Tools } from "../work.js";
import { redeliver } from "./redeliver.js";

/**
 * Finds what no delivery told: looks through every repository of every installation, forgets those
 * that are gone, and asks for deliveries that failed. When all is in order it changes nothing.
 */
export const reconcile: MakeHandler<"reconcile"> = (tools) => async (_, job) => {
  const { github, database, log } = tools;
  const { app } = github;
  const installations = await orFailure("", () => app.paginate(app.rest.apps.listInstallations, { per_page: 100 }));
  await forgetOtherInstallations(
    database,
    installations.map(({ id }) => id),
  );
  for (const { id, suspended_at: suspended } of installations) {
    job.signal.throwIfAborted();
    if (suspended === null) await sweepInstallation(id, tools);
  }
  const count = await orFailure("", () => redeliver(app, new Date()));
  if (count > 0) log.info("asked for deliveries that failed", { count });
};

/** One that cannot be asked must not keep the others from being looked at; its turn comes again. */
async function sweepInstallation(installation: number, { github, enqueue, log }: Tools): Promise<void> {
  const client = github.installation(installation);
  const list = client.rest.apps.listReposAccessibleToInstallation;
  try {
    const seen = await orFailure("", () => client.paginate(list, { per_page: 100 }));
    for (const { id, name, owner } of seen) {
      await enqueue("sweep", { installation, repository: id, owner: owner.login, name });
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.warn("an installation could not be looked at", { installation, code: error.code });
  }
}
