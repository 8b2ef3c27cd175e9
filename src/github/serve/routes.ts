import { healthz, readyz } from "./health.js";
import type { Route } from "./http.js";
import type { Metrics } from "./metrics.js";
import { type Reception, receiveDeliveries } from "./receive-delivery.js";

/** Where GitHub delivers, as app.yml tells it. */
const WEBHOOK = "POST /api/github/webhooks";

interface Outlook {
  /** Null for a process that takes no webhooks. */
  readonly reception: Reception | null;
  readonly database: Reception["database"];
  readonly metrics: Metrics;
}

/** Every address of the server. */
export function routes({ reception, database, metrics }: Outlook): Record<string, Route> {
  return {
    "GET /healthz": healthz,
    "GET /readyz": readyz(database),
    "GET /metrics": async () => ({ status: 200, text: await metrics.text(), type: metrics.contentType }),
    ...(reception === null ? {} : { [WEBHOOK]: webhook(reception, metrics) }),
  };
}

function webhook(reception: Reception, metrics: Metrics): Route {
  const receive = receiveDeliveries(reception);
  return async (request) => {
    const startedAt = performance.now();
    const { outcome, status, text } = await receive(request);
    metrics.delivery(outcome, (performance.now() - startedAt) / 1000);
    return { status, text: `${text}\n` };
  };
}
