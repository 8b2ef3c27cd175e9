import { createHmac } from "node:crypto";
import type { FakeGithub } from "../../test/fake-github/index.js";

/** A delivery as it goes over the wire. */
export interface Letter {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Delivery = FakeGithub["state"]["deliveries"][number];

export function letterOf({ event, guid, payload }: Delivery, secret: string): Letter {
  const body = JSON.stringify(payload);
  const headers = {
    "content-type": "application/json",
    "x-github-event": event,
    "x-github-delivery": guid,
    "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  };
  return { headers, body };
}
