import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Errand, Tour } from "./sender.js";

/** Sends all deliveries as fast as they are taken, in the order in which they were made. */
export function deliver(errand: Errand): Promise<Tour> {
  const child = fork(fileURLToPath(new URL("sender.ts", import.meta.url)));
  return new Promise((resolve, reject) => {
    child.once("message", (tour) => resolve(tour as Tour));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the sender ended with ${code}`)));
    child.send(errand);
  });
}
