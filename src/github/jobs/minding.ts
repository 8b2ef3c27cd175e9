import { randomBytes } from "node:crypto";
import type { RunningJob } from "../../queue/index.js";
import type { CheckResult } from "../publish/index.js";
import type { Log } from "../serve/log.js";
import { consequenceOf } from "./consequence.js";
import { troubleCheck, unableCheck } from "./failed-check.js";
import { messages } from "./present.js";

/** What may follow when a job cannot do its work. */
export interface Ways {
  /** Makes the same job again, in so many seconds. */
  again(seconds: number): Promise<void>;
  /** Says so in the check. */
  tell(result: CheckResult): Promise<void>;
  /** How often the job is tried again. */
  readonly retries: number;
  readonly log: Log;
  /** What the log may tell of the job. */
  readonly fields: { readonly job: string; readonly repository: number; readonly number?: number };
}

/** Does a job's work; when that cannot be done, what follows from the reason. */
export async function minding(job: RunningJob, ways: Ways, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    job.signal.throwIfAborted();
    await follow(error, job, ways);
  }
}

async function follow(error: unknown, { attempt }: RunningJob, ways: Ways): Promise<void> {
  const { log, fields, retries } = ways;
  const consequence = consequenceOf(error);
  switch (consequence.kind) {
    case "leave":
      return log.info("the repository is out of reach", fields);
    case "wait":
      log.info("GitHub asked to wait", { ...fields, milliseconds: consequence.seconds * 1000 });
      return await ways.again(consequence.seconds);
    case "tell":
      return await ways.tell(unableCheck(consequence.failure, messages));
    case "retry":
      if (attempt > retries) await tellTrouble(error, ways);
      throw error;
  }
}

/** Under an id, which leads from what people see to what the log has. */
async function tellTrouble(error: unknown, { log, fields, tell }: Ways): Promise<void> {
  const trouble = randomBytes(4).toString("hex");
  log.error("a job could not be done", { ...fields, trouble, err: error });
  await tell(troubleCheck(trouble, messages)).catch((second: unknown) =>
    log.warn("that could not be told", { ...fields, trouble, err: second }),
  );
}
