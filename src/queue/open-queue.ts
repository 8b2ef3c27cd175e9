import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { Database } from "../store/index.js";
import { bossOn, deadName, prepareKind } from "./boss.js";
import type { JobKind } from "./job-kind.js";
import type { JobHandler, Queue, QueueDepth, QueueEvent } from "./queue.js";
import { type Claim, RunningJobs } from "./running-jobs.js";
import { type Sender, senderOf } from "./sender.js";
import { tryJob } from "./try-job.js";

/** How often a worker asks for a job; notifications would save little and stop at a backlog. */
const POLLING_SECONDS = 0.5;
/** How often it is asked whether a running job is still wanted. */
const WATCH_MS = 2_000;
/** What a job may take to end after it was asked to, and the library to let go of what does not end. */
const ENDING_MS = 5_000;

export interface QueueOptions {
  readonly database: Database;
  /** Every kind there is; all processes on a database must agree about them. */
  readonly kinds: readonly JobKind[];
  readonly listen: (event: QueueEvent) => void;
}

/** Opens the queue that is kept in a database, and makes what is missing of it there. */
export async function openQueue({ database, kinds, listen }: QueueOptions): Promise<Queue> {
  const boss = bossOn(database);
  boss.on("error", (error) => listen({ kind: "trouble", error }));
  await boss.start();
  try {
    for (const kind of kinds) await prepareKind(boss, kind);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  return new BossQueue(boss, kinds, listen);
}

class BossQueue implements Queue {
  readonly #running = new RunningJobs();
  readonly #senders = new Map<string, Sender>();
  readonly #watch = setInterval(() => void this.#stopUnwanted(), WATCH_MS).unref();
  #stopping: Promise<void> | null = null;

  constructor(
    private readonly boss: PgBoss,
    private readonly kinds: readonly JobKind[],
    private readonly listen: (event: QueueEvent) => void,
  ) {}

  async send<Payload extends object>(kind: JobKind<Payload>, payload: Payload, afterSeconds = 0): Promise<boolean> {
    const key = kind.key(payload);
    const sender = this.#senders.get(kind.name) ?? senderOf(this.boss, kind.name);
    this.#senders.set(kind.name, sender);
    const sent = await sender({ key, payload, afterSeconds });
    if (sent) this.#running.supersede((claim) => claim.queue === kind.name && claim.key === key);
    return sent;
  }

  async work<Payload extends object>(
    kind: JobKind<Payload>,
    atOnce: number,
    handler: JobHandler<Payload>,
  ): Promise<void> {
    const options = {
      pollingIntervalSeconds: POLLING_SECONDS,
      // What makes itself is alone of its key: nothing else may run beside it.
      localConcurrency: kind.schedule === undefined ? atOnce : 1,
      includeMetadata: true,
    } as const;
    await this.boss.work<object, void, typeof options>(kind.name, options, async (jobs) => {
      for (const job of jobs) await this.#run(kind, job, handler);
    });
  }

  async depths(): Promise<QueueDepth[]> {
    const counts = new Map((await this.boss.getQueues()).map((queue) => [queue.name, queue]));
    return this.kinds.map((kind) => ({
      name: kind.name,
      waiting: counts.get(kind.name)?.queuedCount ?? 0,
      running: counts.get(kind.name)?.activeCount ?? 0,
      dead: counts.get(deadName(kind))?.queuedCount ?? 0,
    }));
  }

  stop(graceMs: number): Promise<void> {
    this.#stopping ??= this.#end(graceMs);
    return this.#stopping;
  }

  async #end(graceMs: number): Promise<void> {
    await Promise.all(this.kinds.map(({ name }) => this.boss.offWork(name, { wait: false })));
    await this.#running.idle(graceMs);
    this.#running.end();
    await this.#running.idle(ENDING_MS);
    clearInterval(this.#watch);
    await this.boss.stop({ graceful: true, timeout: ENDING_MS });
  }

  async #run<Payload extends object>(
    kind: JobKind<Payload>,
    job: JobWithMetadata<object>,
    handler: JobHandler<Payload>,
  ): Promise<void> {
    const claim: Claim = {
      queue: kind.name,
      key: job.singletonKey ?? "",
      createdOn: job.createdOn,
      stop: new AbortController(),
    };
    const around = {
      replaced: () => this.#isReplaced(claim, new Date(0)),
      handBack: async () => void (await this.boss.send(kind.name, job.data, { singletonKey: claim.key })),
    };
    await this.#running.during(claim, async () => {
      const startedAt = performance.now();
      const { outcome, error } = await tryJob(kind, job, claim.stop.signal, handler, around);
      const seconds = (performance.now() - startedAt) / 1000;
      const { id, name } = job;
      this.listen({
        kind: "job",
        job: { id, name, key: claim.key, attempt: job.retryCount + 1, outcome, seconds, error },
      });
      // Thrown, the library tries the job again or counts it among the dead.
      if (outcome === "failed" || outcome === "given-up") throw reasonOf(error);
    });
  }

  async #stopUnwanted(): Promise<void> {
    await Promise.all(
      this.#running.going.map(async (claim) => {
        const replaced = await this.#isReplaced(claim, claim.createdOn).catch(() => false);
        if (replaced) this.#running.supersede((one) => one === claim);
      }),
    );
  }

  /** Whether a job of the same key waits that was sent after an instant. */
  async #isReplaced({ queue, key }: Claim, after: Date): Promise<boolean> {
    const waiting = await this.boss.findJobs(queue, { key, queued: true });
    return waiting.some((job) => job.createdOn > after);
  }
}

/** What is kept with a job that failed is read by people, and must hold nothing that an error drags along. */
function reasonOf(error: unknown): Error {
  return new Error(error instanceof Error ? error.name : "unknown");
}
