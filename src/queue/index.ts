/**
 * Jobs in, jobs out: claimed by one worker at a time, tried again when they fail, given up at
 * last, never lost. This folder knows how a job is kept and when it must stop; it refuses to
 * know what a job means.
 */
export type { JobKind } from "./job-kind.js";
export { openQueue, type QueueOptions } from "./open-queue.js";
export type { JobHandler, JobOutcome, JobReport, Queue, QueueDepth, QueueEvent, RunningJob } from "./queue.js";
export { StopReason } from "./queue.js";
