import type { IncomingMessage } from "node:http";
import type { Probot } from "probot";
import type { Database } from "../../store/index.js";
import { DeliveryRecord } from "./delivery-record.js";
import type { Log } from "./log.js";
import type { DeliveryOutcome } from "./metrics.js";
import { BodyRoom } from "./read-body.js";
import { isSigned, looksSigned } from "./signature.js";
import { within } from "./within.js";

/** GitHub waits ten seconds. What takes longer is told as failed, so that it is never lost; should it end well, a repetition is known. */
const PATIENCE_MS = 9_000;

export interface DeliveryAnswer {
  readonly outcome: DeliveryOutcome;
  readonly status: number;
  readonly text: string;
}

export interface Reception {
  readonly app: Probot;
  readonly database: Database;
  readonly log: Log;
  readonly secret: string;
  readonly bodyLimit: number;
}

/**
 * Receives webhook deliveries. What is too large, or not signed by GitHub, is turned away
 * before anything looks into it, and leaves no more than a number in the metrics.
 */
export function receiveDeliveries(reception: Reception): (request: IncomingMessage) => Promise<DeliveryAnswer> {
  const room = new BodyRoom(reception.bodyLimit);
  const record = new DeliveryRecord(reception.database, (error) =>
    reception.log.warn("it could not be noted that a delivery was handled", { err: error }),
  );
  return async (request) => {
    const signature = header(request, "x-hub-signature-256");
    if (!looksSigned(signature)) return answer("forged", 401, "not signed");
    if (!/^application\/json\b/.test(header(request, "content-type"))) {
      return answer("malformed", 415, "the webhook's content type must be application/json");
    }
    const body = await room.read(request);
    if (body === "too-large") return answer("too-large", 413, "too large");
    if (body === "busy") return answer("busy", 503, "busy");
    if (!isSigned(body, signature, reception.secret)) return answer("forged", 401, "not signed with our secret");
    const delivery = { id: header(request, "x-github-delivery"), event: header(request, "x-github-event"), body };
    return await handle(delivery, reception, record);
  };
}

interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly body: Buffer;
}

/** From here on GitHub speaks. */
async function handle(
  { id, event, body }: Delivery,
  { app, log }: Reception,
  record: DeliveryRecord,
): Promise<DeliveryAnswer> {
  const payload = parse(body);
  if (payload === null || !/^[\w-]{1,100}$/.test(id) || !/^[a-z_]{1,100}$/.test(event)) {
    return answer("malformed", 400, "not understood");
  }
  const fields = { delivery: id, event };
  try {
    const outcome = await within(PATIENCE_MS, handleOnce());
    log.debug("delivery handled", { ...fields, outcome, bytes: body.length });
    return answer(outcome, 200, outcome === "accepted" ? "ok" : "handled before");
  } catch (error) {
    log.error("delivery failed", { ...fields, err: error });
    return answer("failed", 500, "failed; deliver it again");
  }

  async function handleOnce(): Promise<"accepted" | "repeated"> {
    if (await record.wasHandled(id)) return "repeated";
    // The name and the payload fit together, or the signature lies.
    await app.receive({ id, name: event, payload } as unknown as Parameters<Probot["receive"]>[0]);
    record.markHandled(id);
    return "accepted";
  }
}

function parse(body: Buffer): object | null {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}

function answer(outcome: DeliveryOutcome, status: number, text: string): DeliveryAnswer {
  return { outcome, status, text };
}
