import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { openQueue } from "../../src/queue/index.js";
import { type Database, type DatabaseOptions, openDatabase } from "../../src/store/index.js";
import { postgres, testStores } from "../databases/index.js";
import { balance, entryKind, makeLedger } from "./ledger.js";

const script = fileURLToPath(new URL("worker-process.ts", import.meta.url));
const workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end("SIGKILL")));
});

/** A worker process, and what it said. */
class Worker {
  readonly said: string[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor({ url, directory }: DatabaseOptions) {
    this.#child = spawn(process.execPath, ["--import", "tsx", script, url ?? "", directory], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child.stdout?.on("data", (chunk: Buffer) => this.said.push(...chunk.toString().trim().split("\n")));
    this.#ended = new Promise((resolve) => this.#child.once("exit", resolve));
    workers.push(this);
  }

  async says(pattern: RegExp, times = 1): Promise<void> {
    while (this.said.filter((line) => pattern.test(line)).length < times) {
      if (this.#child.exitCode !== null) throw new Error(`the worker ended, having said ${this.said.join(", ")}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.#child.kill(signal);
    await this.#ended;
  }
}

/** Fills a new database with jobs, and leaves it to the workers. */
async function filled(place: DatabaseOptions, jobs: number, milliseconds: number): Promise<void> {
  await during(place, async (database) => {
    await makeLedger(database);
    const queue = await openQueue({ database, kinds: [entryKind], listen: () => {} });
    for (let n = 0; n < jobs; n += 1) await queue.send(entryKind, { n, milliseconds });
    await queue.stop(0);
  });
}

async function during<Value>(place: DatabaseOptions, work: (database: Database) => Promise<Value>): Promise<Value> {
  const database = await openDatabase(place);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const nothingWrong = (done: number) => ({ done, lost: 0, doubled: 0 });

describe.each(testStores())("jobs ($name)", ({ installed, place }) => {
  it.skipIf(!installed)(
    "survive a worker that is killed in the middle of three of them",
    { timeout: 180_000 },
    async () => {
      const where = await place();
      await filled(where, 12, 800);
      const killed = new Worker(where);
      await killed.says(/^done/, 2);
      await killed.says(/^began/, 5);
      await killed.end("SIGKILL");
      const next = new Worker(where);
      const before = killed.said.filter((line) => line.startsWith("done")).length;
      await next.says(/^done/, 12 - before);
      await next.end("SIGTERM");
      expect(await during(where, (database) => balance(database, 12))).toEqual(nothingWrong(12));
    },
  );

  it.skipIf(!installed)(
    "survive a worker that is asked to end: it hands back at once what it cannot finish",
    { timeout: 180_000 },
    async () => {
      const where = await place();
      await filled(where, 4, 2_500);
      const asked = new Worker(where);
      await asked.says(/^began/, 3);
      await asked.end("SIGTERM");
      expect(asked.said.filter((line) => line.startsWith("done"))).toEqual([]);
      const next = new Worker(where);
      await next.says(/^working/);
      const since = Date.now();
      await next.says(/^done/, 4);
      expect(Date.now() - since).toBeLessThan(20_000);
      await next.end("SIGTERM");
      expect(await during(where, (database) => balance(database, 4))).toEqual(nothingWrong(4));
    },
  );
});

describe("jobs on PostgreSQL", () => {
  const { store, server } = postgres();

  it.skipIf(!store.installed)("survive a restart of the database", { timeout: 180_000 }, async () => {
    const where = await store.place();
    await filled(where, 12, 600);
    const worker = new Worker(where);
    await worker.says(/^done/, 2);
    // That they are done gets into the database before it ends: a job of which it does not would run again, as it should.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await (await server()).end();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await (await server()).begin();
    await during(where, async (database) => {
      while ((await balance(database, 12)).done < 12) await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await worker.end("SIGTERM");
    expect(await during(where, (database) => balance(database, 12))).toEqual(nothingWrong(12));
  });

  it.skipIf(!store.installed)(
    "survive one of three workers, and none is done by two",
    { timeout: 180_000 },
    async () => {
      const where = await store.place();
      await filled(where, 40, 300);
      const three = [new Worker(where), new Worker(where), new Worker(where)] as const;
      await Promise.all(three.map((worker) => worker.says(/^began/)));
      await three[0].end("SIGKILL");
      await during(where, async (database) => {
        while ((await balance(database, 40)).done < 40) await new Promise((resolve) => setTimeout(resolve, 200));
      });
      await Promise.all(three.map((worker) => worker.end("SIGTERM")));
      expect(await during(where, (database) => balance(database, 40))).toEqual(nothingWrong(40));
    },
  );
});
