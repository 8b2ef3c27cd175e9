import type { JobKind } from "./job-kind.js";

/** Why a job is asked to stop; what its signal's `reason` is. */
export class StopReason extends Error {
  override readonly name = "StopReason";

  constructor(readonly why: "superseded" | "shutting-down") {
    super(why);
  }
}

/** One try of a job. */
export interface RunningJob {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /**
   * Aborted when going on makes no sense: a newer job of the same key waits, the process is
   * ending, the time is over, or the job was given to another worker. Let `throwIfAborted` end the job.
   */
  readonly signal: AbortSignal;
}

/** What a kind of job does. It may run again after it ran in part, or even in whole, so it must not mind. */
export type JobHandler<Payload extends object> = (payload: Payload, job: RunningJob) => Promise<void>;

export type JobOutcome =
  | "done"
  /** Failed, and will be tried again. */
  | "failed"
  /** Failed for the last time, and is kept among the dead. */
  | "given-up"
  /** Stopped, or failed, while a newer job of the same key waits: that one does its work. */
  | "superseded"
  /** Stopped because the process ends: it waits for another one. */
  | "handed-back"
  /** Taken away, because it ran too long or this process did not give signs of life. */
  | "lost";

/** What a queue tells those who watch it. */
export type QueueEvent =
  | { readonly kind: "job"; readonly job: JobReport }
  /** The database could not be asked; it is tried again. */
  | { readonly kind: "trouble"; readonly error: Error };

export interface JobReport {
  readonly name: string;
  readonly id: string;
  readonly key: string;
  readonly attempt: number;
  readonly outcome: JobOutcome;
  /** From the start of this try to its end. */
  readonly seconds: number;
  /** What it ended with, when it did not end well. */
  readonly error?: unknown;
}

/** How many jobs of a kind there are, as of some seconds ago. */
export interface QueueDepth {
  readonly name: string;
  readonly waiting: number;
  readonly running: number;
  /** Given up, and kept for people to look at. */
  readonly dead: number;
}

/**
 * Jobs that outlive the process. Any number of processes may send and work on
 * the same database; a job is lost by none of them, whatever kills it.
 */
export interface Queue {
  /** Resolves when the job is kept, to be done now or in so many seconds; false when one of its key is waiting already. */
  send<Payload extends object>(kind: JobKind<Payload>, payload: Payload, afterSeconds?: number): Promise<boolean>;
  /** Begins to work on jobs of a kind, `atOnce` of them at a time in this process. */
  work<Payload extends object>(kind: JobKind<Payload>, atOnce: number, handler: JobHandler<Payload>): Promise<void>;
  depths(): Promise<QueueDepth[]>;
  /**
   * Takes no more jobs, lets running ones finish for so many milliseconds, and
   * hands the rest back. May be called twice.
   */
  stop(graceMs: number): Promise<void>;
}
