import type { JobWithMetadata } from "pg-boss";
import type { JobKind } from "./job-kind.js";
import { type JobHandler, type JobOutcome, StopReason } from "./queue.js";

/** What may be asked about a job while it is tried. */
export interface Surroundings {
  /** Whether a job of the same key waits, to which this one may leave its work. */
  replaced(): Promise<boolean>;
  /** Puts the same work into the queue again, as new. */
  handBack(): Promise<void>;
}

export interface Tried {
  readonly outcome: JobOutcome;
  readonly error?: unknown;
}

/** Runs a handler once and tells how that ended; never throws. */
export async function tryJob<Payload extends object>(
  kind: JobKind<Payload>,
  job: JobWithMetadata<object>,
  stop: AbortSignal,
  handler: JobHandler<Payload>,
  around: Surroundings,
): Promise<Tried> {
  try {
    const payload = kind.payload.parse(job.data);
    const signal = AbortSignal.any([job.signal, stop]);
    signal.throwIfAborted();
    await handler(payload, { id: job.id, attempt: job.retryCount + 1, signal });
    return { outcome: "done" };
  } catch (error) {
    return await afterFailure(job, stop, error, around).catch((second: unknown) => failed(job, second));
  }
}

async function afterFailure(
  job: JobWithMetadata<object>,
  stop: AbortSignal,
  error: unknown,
  around: Surroundings,
): Promise<Tried> {
  // Others may have the job by now: it is neither ours to end nor to hand back.
  if (job.signal.aborted) return { outcome: "lost", error };
  if (stop.reason instanceof StopReason && stop.reason.why === "shutting-down") {
    await around.handBack();
    return { outcome: "handed-back" };
  }
  // Two jobs of one key cannot both wait to be tried again.
  if (await around.replaced()) return { outcome: "superseded" };
  return failed(job, error);
}

function failed(job: JobWithMetadata<object>, error: unknown): Tried {
  return { outcome: job.retryCount < job.retryLimit ? "failed" : "given-up", error };
}
