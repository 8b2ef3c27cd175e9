import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type JobKind,
  type JobReport,
  openQueue,
  type Queue,
  type RunningJob,
  StopReason,
} from "../../src/queue/index.js";
import { type Database, openDatabase } from "../../src/store/index.js";
import { testStores } from "../databases/index.js";

interface Look {
  readonly at: string;
}

let kinds = 0;
/** A kind of its own for each test: what one leaves behind is no other's. */
function newKind(fields: Partial<JobKind<Look>> = {}): JobKind<Look> {
  kinds += 1;
  return {
    name: `look-${kinds}`,
    payload: z.object({ at: z.string() }),
    key: ({ at }) => at,
    retries: 1,
    patienceSeconds: 60,
    ...fields,
  };
}

/** What jobs did and how they ended, to be waited for. */
class Diary {
  readonly reports: JobReport[] = [];
  readonly started: string[] = [];

  get outcomes(): string[] {
    return this.reports.map(({ key, attempt, outcome }) => `${key} ${attempt} ${outcome}`);
  }

  async until(enough: () => boolean): Promise<void> {
    while (!enough()) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function aborted({ signal }: RunningJob): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

describe.each(testStores())("a queue ($name)", ({ installed, place }) => {
  if (!installed) return it.skip("needs PostgreSQL");
  let database: Database;
  const open: Queue[] = [];
  beforeAll(async () => {
    database = await openDatabase(await place());
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((queue) => queue.stop(0)));
  });
  afterAll(() => database.close());

  async function opened(kind: JobKind<Look>, diary = new Diary()): Promise<{ queue: Queue; diary: Diary }> {
    const queue = await openQueue({
      database,
      kinds: [kind],
      listen: (event) => {
        if (event.kind === "job") diary.reports.push(event.job);
      },
    });
    open.push(queue);
    return { queue, diary };
  }

  it("lets one job of a key wait and one run, and others pass", async () => {
    const kind = newKind();
    const { queue, diary } = await opened(kind);
    let letGo = () => {};
    const going = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    expect(await queue.send(kind, { at: "a" })).toBe(true);
    expect(await queue.send(kind, { at: "a" })).toBe(false);
    await queue.work(kind, 2, async ({ at }) => {
      diary.started.push(at);
      if (diary.started.length === 1) await going;
    });
    await diary.until(() => diary.started.length === 1);
    expect(await queue.send(kind, { at: "a" })).toBe(true);
    expect(await queue.send(kind, { at: "a" })).toBe(false);
    expect(await queue.send(kind, { at: "b" })).toBe(true);
    await diary.until(() => diary.reports.length === 1);
    expect(diary.started).toEqual(["a", "b"]);
    letGo();
    await diary.until(() => diary.reports.length === 3);
    expect(diary.outcomes).toEqual(["b 1 done", "a 1 done", "a 1 done"]);
  });

  it("stops a job when a newer one of its key waits, whoever sent it", async () => {
    const kind = newKind();
    const { queue, diary } = await opened(kind);
    const elsewhere = await opened(kind);
    const reasons: unknown[] = [];
    await queue.work(kind, 1, async ({ at }, job) => {
      diary.started.push(at);
      if (diary.started.length === 3) return;
      await aborted(job).catch((reason: unknown) => {
        reasons.push(reason);
        throw reason;
      });
    });
    await queue.send(kind, { at: "a" });
    await diary.until(() => diary.started.length === 1);
    await queue.send(kind, { at: "a" });
    await diary.until(() => diary.started.length === 2);
    await elsewhere.queue.send(kind, { at: "a" });
    await diary.until(() => diary.reports.length === 3);
    expect(diary.outcomes).toEqual(["a 1 superseded", "a 1 superseded", "a 1 done"]);
    expect(reasons).toEqual([new StopReason("superseded"), new StopReason("superseded")]);
  });

  it("tries again later, then gives up and keeps the job among the dead", async () => {
    const kind = newKind();
    const { queue, diary } = await opened(kind);
    await queue.work(kind, 1, async () => {
      throw new Error("no luck");
    });
    await queue.send(kind, { at: "a" });
    await diary.until(() => diary.reports.length === 2);
    expect(diary.outcomes).toEqual(["a 1 failed", "a 2 given-up"]);
    expect(diary.reports.map(({ error }) => error)).toEqual([new Error("no luck"), new Error("no luck")]);
    for (;;) {
      const [depth] = await queue.depths();
      if (depth?.dead === 1) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(await queue.depths()).toEqual([{ name: kind.name, waiting: 0, running: 0, dead: 1 }]);
  });

  it("leaves the work of a job that failed to one that waits already", async () => {
    const kind = newKind({ retries: 0 });
    const { queue, diary } = await opened(kind);
    await queue.work(kind, 1, async ({ at }) => {
      diary.started.push(at);
      if (diary.started.length > 1) return;
      await queue.send(kind, { at });
      throw new Error("no luck");
    });
    await queue.send(kind, { at: "a" });
    await diary.until(() => diary.reports.length === 2);
    expect(diary.outcomes).toEqual(["a 1 superseded", "a 1 done"]);
  });

  it("does not run what it cannot understand, and tells", async () => {
    const kind = newKind({ retries: 0 });
    const { queue, diary } = await opened(kind);
    await queue.work(kind, 1, async ({ at }) => {
      diary.started.push(at);
    });
    await queue.send({ ...kind, payload: z.any(), key: () => "b" }, { where: "b" } as never);
    await diary.until(() => diary.reports.length === 1);
    expect(diary.outcomes).toEqual(["b 1 given-up"]);
    expect(diary.started).toEqual([]);
  });

  it("lets running jobs finish when it stops", async () => {
    const kind = newKind();
    const { queue, diary } = await opened(kind);
    await queue.work(kind, 1, async ({ at }) => {
      diary.started.push(at);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await queue.send(kind, { at: "a" });
    await queue.send(kind, { at: "b" });
    await diary.until(() => diary.started.length === 1);
    await queue.stop(10_000);
    expect(diary.outcomes).toEqual(["a 1 done"]);
    const later = await opened(kind);
    await later.queue.work(kind, 1, async () => {});
    await later.diary.until(() => later.diary.reports.length === 1);
    expect(later.diary.outcomes).toEqual(["b 1 done"]);
  });

  it("hands back what does not finish in time: at once, and not as a failure", async () => {
    const kind = newKind({ retries: 0 });
    const { queue, diary } = await opened(kind);
    await queue.work(kind, 2, async ({ at }, job) => {
      diary.started.push(at);
      await aborted(job);
    });
    await queue.send(kind, { at: "a" });
    await queue.send(kind, { at: "b" });
    await diary.until(() => diary.started.length === 2);
    await queue.stop(0);
    expect(diary.outcomes.sort()).toEqual(["a 1 handed-back", "b 1 handed-back"]);
    const later = await opened(kind);
    await later.queue.work(kind, 2, async () => {});
    await later.diary.until(() => later.diary.reports.length === 2);
    expect(later.diary.outcomes.sort()).toEqual(["a 1 done", "b 1 done"]);
  });

  it("keeps the schedule of a kind, changes it, and forgets it with the kind's", async () => {
    const scheduled = () => database.query("select name, cron, data from volteface_queue.schedule");
    const kind = newKind({ schedule: { cron: "*/10 * * * *", payload: { at: "all" } } });
    await opened(kind);
    expect(await scheduled()).toEqual([{ name: kind.name, cron: "*/10 * * * *", data: { at: "all" } }]);
    await opened({ ...kind, schedule: { cron: "5 * * * *", payload: { at: "all" } } });
    expect(await scheduled()).toEqual([{ name: kind.name, cron: "5 * * * *", data: { at: "all" } }]);
    const { schedule: _, ...without } = kind;
    await opened(without);
    expect(await scheduled()).toEqual([]);
  });
});
