import type { z } from "zod";

/**
 * A kind of job, as far as a queue must know it. A job says what to look at and
 * not what was seen there: when its turn comes it reads the present, so that
 * one job may stand for many events.
 */
export interface JobKind<Payload extends object = object> {
  /** Letters, digits and hyphens; kept in the database, so it outlives versions. */
  readonly name: string;
  /** What the payload must look like: it may have been written by an earlier version. */
  readonly payload: z.ZodType<Payload>;
  /** Of the jobs with the same key at most one waits and at most one runs. */
  key(payload: Payload): string;
  /** Tries after the first one; then the job is given up and kept among the dead. */
  readonly retries: number;
  /** A job that runs longer is aborted and tried again. */
  readonly patienceSeconds: number;
  /** A job that makes itself: when (cron, UTC) and with what payload. */
  readonly schedule?: { readonly cron: string; readonly payload: Payload };
}
