import { PgBoss } from "pg-boss";
import type { Database } from "../store/index.js";
import type { JobKind } from "./job-kind.js";

const SCHEMA = "volteface_queue";
/** A process that shows no sign of life for so long has lost its jobs; ten is the least. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 5;
/** Jobs that are done are of no use, but to see what happened of late. */
const KEEP_DONE_SECONDS = 3600;
const KEEP_WAITING_SECONDS = 14 * 24 * 3600;
const LONGEST_DELAY_SECONDS = 600;

/** The library that keeps the jobs, on our own door to the database. */
export function bossOn(database: Database): PgBoss {
  return new PgBoss({
    db: { executeSql: async (sql, values) => ({ rows: await database.query(sql, values) }) },
    backend: database.kind === "embedded" ? "pglite" : "postgres",
    schema: SCHEMA,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    cronMonitorIntervalSeconds: SUPERVISE_SECONDS,
  });
}

export function deadName(kind: JobKind): string {
  return `${kind.name}-dead`;
}

/** Makes the queue of a kind, or brings it to what the kind says now. */
export async function prepareKind(boss: PgBoss, kind: JobKind): Promise<void> {
  const dead = deadName(kind);
  await boss.createQueue(dead, { retentionSeconds: KEEP_WAITING_SECONDS });
  const options = {
    retryLimit: kind.retries,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: kind.patienceSeconds,
    retentionSeconds: KEEP_WAITING_SECONDS,
    deleteAfterSeconds: KEEP_DONE_SECONDS,
  };
  await boss.createQueue(kind.name, {
    ...options,
    policy: "stately",
    deadLetter: dead,
    retryDelayMax: LONGEST_DELAY_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await boss.updateQueue(kind.name, options);
  if (kind.schedule === undefined) return await boss.unschedule(kind.name);
  const { cron, payload } = kind.schedule;
  await boss.schedule(kind.name, cron, payload, { tz: "UTC", singletonKey: kind.key(payload) });
}
