import { randomUUID } from "node:crypto";
import { Probot } from "probot";
import type { Log } from "./log.js";
import type { Settings } from "./settings.js";

/**
 * Probot as the framework for events. Its server and its `run` are not used: they read `.env`
 * files, fetch packages, have no limit for bodies and log payloads.
 */
export async function openProbot(settings: Settings, log: Log): Promise<Probot> {
  const app = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    // Without one it would take a known one. Nothing is verified with it: that was done before.
    secret: settings.webhookSecret ?? randomUUID(),
    baseUrl: settings.apiUrl,
    log: log.forLibraries,
  });
  return await app.ready();
}
