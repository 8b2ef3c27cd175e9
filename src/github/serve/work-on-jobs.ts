import type { JobHandler, Queue } from "../../queue/index.js";
import { type Enqueue, type JobHandlers, type JobName, jobKinds, type Tools } from "../work.js";

/** Makes jobs in a queue. */
export function enqueueIn(queue: Queue): Enqueue {
  return async (name, payload, afterSeconds) => {
    // The name and the payload fit together, which a list of kinds cannot say.
    await queue.send<object>(jobKinds[name] as never, payload, afterSeconds);
  };
}

/** Begins to work on all kinds of jobs that have a handler. */
export async function workOnJobs(queue: Queue, handlers: JobHandlers, atOnce: number, tools: Tools): Promise<void> {
  for (const name of Object.keys(jobKinds) as JobName[]) {
    const handler = handlers[name]?.(tools) as JobHandler<object> | undefined;
    if (handler === undefined) continue;
    const told: JobHandler<object> = (payload, job) => {
      tools.log.debug("job began", { job: jobKinds[name].name, attempt: job.attempt });
      return handler(payload, job);
    };
    await queue.work<object>(jobKinds[name] as never, atOnce, told);
  }
}

/** What would be due later is due now: much may have happened while nobody was here. */
export async function catchUp(queue: Queue): Promise<void> {
  for (const kind of [jobKinds.reconcile, jobKinds.tidy]) {
    if (kind.schedule !== undefined) await queue.send<object>(kind, kind.schedule.payload);
  }
}
