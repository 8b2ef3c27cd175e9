import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { gathered } from "../primitives/index.js";

/** A job on its way into the database. */
export interface Sending {
  readonly key: string;
  readonly payload: object;
  /** When its turn comes, in seconds from now. */
  readonly afterSeconds: number;
}

/** Puts jobs of one kind into the database, those that come at the same time together; tells of each whether it was kept. */
export type Sender = (job: Sending) => Promise<boolean>;

export function senderOf(boss: PgBoss, name: string): Sender {
  return gathered(async (jobs) => {
    // The database leaves out those of whose key one waits, and tells the ids of the others.
    const rows = jobs.map(({ key, payload, afterSeconds }) => {
      const job = { id: randomUUID(), data: payload, singletonKey: key };
      return afterSeconds > 0 ? { ...job, startAfter: String(afterSeconds) } : job;
    });
    const kept = new Set(await boss.insert(name, rows, { returnId: true }));
    return rows.map(({ id }) => kept.has(id));
  });
}
