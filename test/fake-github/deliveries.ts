import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Delivery, State } from "./state.js";

/** What may happen to a delivery on its way. */
export type Mishap =
  /** It never arrives: GitHub notes a failure, and may be asked to try again. */
  | "lost"
  /** GitHub never makes it, and does not know. */
  | "never"
  /** It arrives twice, under one guid. */
  | "twice"
  /** It waits for `release()`, which lets go of the last first. */
  | "held";

/** An event on its way to the App. */
export type Outgoing = Pick<Delivery, "event" | "action" | "installation" | "repository" | "payload">;

/** GitHub waits so many milliseconds for an answer. */
const PATIENCE = 10_000;

/** Delivers events to the App, signed, and keeps the record that `GET /app/hook/deliveries` shows. */
export class Deliveries {
  readonly #planned: { readonly mishap: Mishap; readonly when: (event: Outgoing) => boolean; left: number }[] = [];
  readonly #held: Outgoing[] = [];
  readonly #underway = new Set<Promise<unknown>>();

  constructor(
    private readonly state: State,
    private readonly nextId: () => number,
    private readonly now: () => string,
  ) {}

  /** The next deliveries, of those asked for, meet this. */
  next(mishap: Mishap, when: (event: Outgoing) => boolean = () => true, times = 1): void {
    this.#planned.push({ mishap, when, left: times });
  }

  /** Sends an event on its way; `settled()` waits for the answers. */
  send(event: Outgoing): void {
    const planned = this.#planned.find(({ left, when }) => left > 0 && when(event));
    if (planned !== undefined) planned.left -= 1;
    const mishap = planned?.mishap;
    if (mishap === "never" || this.state.app.webhookUrl === null) return;
    if (mishap === "held") this.#held.push(event);
    else this.#start(event, randomUUID(), mishap);
  }

  /** Lets go of what was held back, the last first. */
  async release(): Promise<void> {
    for (const event of this.#held.splice(0).reverse()) {
      this.#start(event, randomUUID());
      await this.settled();
    }
  }

  /** Tries a delivery again, under its guid. */
  redeliver(delivery: Delivery): void {
    this.#track(this.#attempt(delivery, delivery.guid, true));
  }

  /** Sends a body as somebody who is not GitHub; gives the status that was answered. */
  async forge(event: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
    return this.#post(event, randomUUID(), body, { "x-hub-signature-256": `sha256=${"0".repeat(64)}`, ...headers });
  }

  /** Resolves when nothing is on its way. */
  async settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.all(this.#underway);
  }

  #start(event: Outgoing, guid: string, mishap?: Mishap): void {
    this.#track(this.#attempt(event, guid, false, mishap === "lost"));
    if (mishap === "twice") this.#track(this.#attempt(event, guid, false));
  }

  #track(attempt: Promise<unknown>): void {
    this.#underway.add(attempt);
    void attempt.finally(() => this.#underway.delete(attempt));
  }

  async #attempt(outgoing: Outgoing, guid: string, redelivery: boolean, lost = false): Promise<void> {
    const { event, action, installation, repository, payload } = outgoing;
    const record = { event, action, installation, repository, payload, guid, redelivery };
    const delivery: Delivery = { id: this.nextId(), delivered: this.now(), status: 0, ...record };
    this.state.deliveries.push(delivery);
    const body = JSON.stringify(payload);
    const digest = createHmac("sha256", this.state.app.webhookSecret).update(body).digest("hex");
    const signature = { "x-hub-signature-256": `sha256=${digest}` };
    delivery.status = lost ? 502 : await this.#post(event, guid, body, signature);
  }

  async #post(event: string, guid: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
    // An answer to what people did comes first, as it does on GitHub more often than not.
    await sleep(0);
    const { id, webhookUrl } = this.state.app;
    try {
      const response = await fetch(webhookUrl ?? "", {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          "user-agent": "GitHub-Hookshot/fake",
          "x-github-event": event,
          "x-github-delivery": guid,
          "x-github-hook-id": "1",
          "x-github-hook-installation-target-id": String(id),
          "x-github-hook-installation-target-type": "integration",
          ...headers,
        },
        signal: AbortSignal.timeout(PATIENCE),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}
