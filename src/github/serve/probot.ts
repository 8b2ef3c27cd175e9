import { randomUUID } from "node:crypto";
import { Probot } from "probot";
import { type Budgets, watchedClient } from "./client.js";
import type { Log } from "./log.js";
import type { Settings } from "./settings.js";

/**
 * Probot as the framework for events and clients. Its server and its `run` are not used: they
 * read `.env` files, fetch packages, have no limit for bodies and log payloads.
 */
export async function openProbot(
  { appId, privateKey, webhookSecret, apiUrl }: Settings,
  log: Log,
  budgets: Budgets,
  answered: (status: number) => void,
): Promise<Probot> {
  const app = new Probot({
    appId,
    privateKey,
    // Without one it would take a known one. Nothing is verified with it: that was done before.
    secret: webhookSecret ?? randomUUID(),
    baseUrl: apiUrl,
    log: log.forLibraries,
    Octokit: watchedClient(budgets, answered),
  });
  return await app.ready();
}
