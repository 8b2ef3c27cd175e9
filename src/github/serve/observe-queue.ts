import type { JobReport, QueueEvent } from "../../queue/index.js";
import type { Log } from "./log.js";
import type { Metrics } from "./metrics.js";

/** While the database is away every poll fails; so often it is worth a line. */
const TROUBLE_MS = 10_000;

/** Counts what jobs come to, and writes it into the log. */
export function observeQueue(log: Log, metrics: Metrics): (event: QueueEvent) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (event) => {
    if (event.kind === "job") {
      metrics.job(event.job);
      tellJob(event.job, log);
    } else if (performance.now() - toldAt > TROUBLE_MS) {
      toldAt = performance.now();
      log.warn("the queue could not ask the database; it tries again", { err: event.error });
    }
  };
}

function tellJob({ name, key, attempt, outcome, seconds, error }: JobReport, log: Log): void {
  const fields = { job: name, key, attempt, outcome, milliseconds: Math.round(seconds * 1000) };
  if (outcome === "given-up") log.error("job was given up", { ...fields, err: error });
  else if (outcome === "failed" || outcome === "lost") log.warn("job did not end well", { ...fields, err: error });
  else log.info("job ended", fields);
}
