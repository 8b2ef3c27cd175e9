import { ProbotOctokit } from "probot";
import type { App } from "./state.js";

/** A client as Probot makes it, without its restraint. */
const Client = ProbotOctokit.defaults((options: object) => ({
  ...options,
  throttle: { enabled: false },
  retry: { enabled: false },
  log: { debug() {}, info() {}, warn() {}, error() {} },
}));

/** Asks as the App itself. */
export function appClient(baseUrl: string, { id, privateKey }: Pick<App, "id" | "privateKey">) {
  return new Client({ baseUrl, auth: { appId: id, privateKey } });
}

/** Asks with a token. */
export function tokenClient(baseUrl: string, token: string) {
  return new Client({ baseUrl, auth: { token } });
}
