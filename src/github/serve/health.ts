import type { Database } from "../../store/index.js";
import type { Route } from "./http.js";
import { within } from "./within.js";

/** Milliseconds that the database has to answer. */
const PATIENCE_MS = 2_000;

/** Whether the process is alive: that it answers says all. */
export const healthz: Route = () => ({ status: 200, text: "ok" });

/** Whether the process can do its work: it listens when all else was opened, so the database is what remains. */
export function readyz(database: Database): Route {
  return async () => {
    const answers = await within(PATIENCE_MS, database.query("select 1")).then(
      () => true,
      () => false,
    );
    return answers ? { status: 200, text: "ready" } : { status: 503, text: "the database does not answer" };
  };
}
