/**
 * Sends deliveries to the App and tells how long each answer took: a process of its own, so that the
 * GitHub that answers the App's questions meanwhile does not slow down the clock.
 */
import { Agent, request } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Letter } from "./letter.js";

/** What `deliver` asks of this process. */
export interface Errand {
  readonly address: string;
  readonly letters: readonly Letter[];
  /** Connections that are kept busy. */
  readonly atOnce: number;
}

/** How one delivery went. */
export interface Receipt {
  /** 0 when no answer came. */
  readonly status: number;
  readonly milliseconds: number;
}

/** How all of them went. */
export interface Tour {
  readonly receipts: readonly Receipt[];
  /** How late this process itself came to what it had to do, 99 of 100 times at most: that much of a time may be its own. Milliseconds. */
  readonly lag: number;
}

/** Looks at its own lateness so often, in milliseconds. */
const RESOLUTION = 2;

/** GitHub waits so long, in milliseconds. */
const PATIENCE = 10_000;

process.once("message", async ({ address, letters, atOnce }: Errand) => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const waiting = letters.values();
  const receipts: Receipt[] = [];
  const post = async () => {
    for (const letter of waiting) receipts.push(await send(address, letter, agent));
  };
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  await Promise.all(Array.from({ length: atOnce }, post));
  delay.disable();
  const tour: Tour = { receipts, lag: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION) };
  process.send?.(tour, () => process.exit(0));
});

function send(address: string, { headers, body }: Letter, agent: Agent): Promise<Receipt> {
  const from = performance.now();
  return new Promise((resolve) => {
    const end = (status: number) => resolve({ status, milliseconds: performance.now() - from });
    const length = { "content-length": String(Buffer.byteLength(body)) };
    const asked = request(address, { method: "POST", agent, headers: { ...headers, ...length }, timeout: PATIENCE });
    asked.on("response", (response) => {
      response.resume().on("end", () => end(response.statusCode ?? 0));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => end(0));
    asked.end(body);
  });
}
