import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type { DatabaseOptions } from "../../../src/store/index.js";
import { postgres, testStores } from "../../databases/index.js";
import { appEnvironment } from "./app-environment.js";
import { deliver, examplePayload, get } from "./deliver.js";

const script = fileURLToPath(new URL("serve-process.ts", import.meta.url));
const main = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));
const processes: ServerProcess[] = [];
afterEach(async () => {
  await Promise.all(processes.splice(0).map((process) => process.end("SIGKILL")));
});

/** A server in a process of its own. */
class ServerProcess {
  out = "";
  err = "";
  readonly #child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(argv: readonly string[], environment: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, ["--import", "tsx", ...argv], {
      env: { PATH: process.env.PATH ?? "", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child.stdout?.on("data", (chunk: Buffer) => {
      this.out += chunk.toString();
    });
    this.#child.stderr?.on("data", (chunk: Buffer) => {
      this.err += chunk.toString();
    });
    this.ended = new Promise((resolve) => this.#child.once("close", resolve));
    processes.push(this);
  }

  /** Where it listens. */
  async address(): Promise<string> {
    const pattern = /http:\/\/127\.0\.0\.1:\d+/;
    await until(() => pattern.test(this.out) || this.#child.exitCode !== null);
    const [found] = pattern.exec(this.out) ?? [];
    if (found === undefined) throw new Error(`the server did not start: ${this.err}`);
    return found;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return await this.ended;
  }
}

async function until(enough: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await enough())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The file in which reviews leave their lines, and how they add up. */
class Ledger {
  readonly path: string;

  constructor(directory: string) {
    this.path = join(directory, `ledger-${Math.random().toString(36).slice(2)}`);
  }

  count(what: "began" | "done"): number {
    const lines = existsSync(this.path) ? readFileSync(this.path, "utf8").split("\n") : [];
    return lines.filter((line) => line.startsWith(what)).length;
  }

  balance(jobs: number): { lost: number; doubled: number } {
    const done = readFileSync(this.path, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("done"));
    return { lost: jobs - new Set(done).size, doubled: done.length - new Set(done).size };
  }
}

function started(ledger: Ledger, milliseconds: number, place: DatabaseOptions, more = {}): ServerProcess {
  return new ServerProcess([script, ledger.path, String(milliseconds)], { ...appEnvironment(place), ...more });
}

/** Delivers that pull requests 1 to `jobs` were opened. */
async function open(address: string, jobs: number): Promise<void> {
  const payload = examplePayload("pull_request", "opened");
  for (let number = 1; number <= jobs; number += 1) {
    const body = JSON.stringify({ ...payload, number });
    expect(await deliver(address, body, { "x-github-delivery": `d-${number}` })).toMatchObject({ status: 200 });
  }
}

const nothingWrong = { lost: 0, doubled: 0 };

describe.each(testStores())("the server as a process ($name)", ({ installed, place }) => {
  it.skipIf(!installed)("loses and doubles nothing when it is killed in mid-job", { timeout: 180_000 }, async () => {
    const where = await place();
    const ledger = new Ledger(where.directory);
    const first = started(ledger, 1_500, where);
    await open(await first.address(), 5);
    await until(() => ledger.count("began") > ledger.count("done"));
    await first.end("SIGKILL");
    const second = started(ledger, 10, where);
    await until(() => ledger.count("done") === 5);
    expect(await second.end("SIGTERM")).toBe(0);
    expect(ledger.balance(5)).toEqual(nothingWrong);
  });

  it.skipIf(!installed)(
    "ends with 0 on SIGTERM, finishing its job when there is time",
    { timeout: 180_000 },
    async () => {
      const where = await place();
      const ledger = new Ledger(where.directory);
      const server = started(ledger, 1_500, where, { CONCURRENCY: "1" });
      await open(await server.address(), 1);
      await until(() => ledger.count("began") === 1);
      expect(await server.end("SIGTERM")).toBe(0);
      expect(ledger.balance(1)).toEqual(nothingWrong);
      expect(server.err).toContain('"outcome":"done"');
    },
  );

  it.skipIf(!installed)("hands its job back on SIGTERM when there is no time", { timeout: 180_000 }, async () => {
    const where = await place();
    const ledger = new Ledger(where.directory);
    const server = started(ledger, 60_000, where, { SHUTDOWN_SECONDS: "0" });
    await open(await server.address(), 2);
    await until(() => ledger.count("began") === 2);
    expect(await server.end("SIGTERM")).toBe(0);
    expect(server.err.match(/"outcome":"handed-back"/g)).toHaveLength(2);
    const second = started(ledger, 10, where);
    await until(() => ledger.count("done") === 2);
    await second.end("SIGTERM");
    expect(ledger.balance(2)).toEqual(nothingWrong);
  });
});

describe("the server on an embedded database", () => {
  const [embedded] = testStores();

  it("refuses a directory that another process uses, in one line", { timeout: 180_000 }, async () => {
    const where = (await embedded?.place()) ?? { url: null, directory: "" };
    const first = new ServerProcess([main, "serve"], appEnvironment(where));
    await first.address();
    const second = new ServerProcess([main, "serve"], appEnvironment(where));
    expect(await second.ended).toBe(2);
    expect(second.err).toBe(
      `volteface: another process uses ${where.directory}; an embedded database belongs to one process, several need DATABASE_URL.\n`,
    );
    expect(second.out).toBe("");
    expect(await first.end("SIGINT")).toBe(0);
    expect(first.err).toBe("");
  });
});

describe("the server on PostgreSQL", () => {
  const { store, server } = postgres();

  it.skipIf(!store.installed)(
    "says whether it is ready, and goes on after the database was away",
    { timeout: 180_000 },
    async () => {
      const where = await store.place();
      const ledger = new Ledger(where.directory);
      const process = started(ledger, 10, where);
      const address = await process.address();
      await (await server()).end();
      expect(await get(address, "/readyz")).toEqual({ status: 503, text: "the database does not answer" });
      expect((await get(address, "/healthz")).status).toBe(200);
      expect((await get(address, "/metrics")).status).toBe(200);
      const body = JSON.stringify(examplePayload("pull_request", "opened"));
      expect((await deliver(address, body)).status).toBe(500);
      await (await server()).begin();
      await until(async () => (await get(address, "/readyz")).status === 200);
      expect((await deliver(address, body)).status).toBe(200);
      await until(() => ledger.count("done") === 1);
      expect(await process.end("SIGTERM")).toBe(0);
      expect(ledger.balance(1)).toEqual(nothingWrong);
    },
  );

  it.skipIf(!store.installed)(
    "is served by web and worker processes, each with its own part",
    { timeout: 180_000 },
    async () => {
      const where = await store.place();
      const ledger = new Ledger(where.directory);
      const webs = [1, 2].map(() => started(ledger, 0, where, { ROLE: "web" }));
      const addresses = await Promise.all(webs.map((web) => web.address()));
      await Promise.all(addresses.map((address) => open(address, 20)));
      expect(ledger.count("began")).toBe(0);
      const workers = [1, 2].map(() => started(ledger, 200, where, { ROLE: "worker", WEBHOOK_SECRET: "" }));
      const [worker] = await Promise.all(workers.map((one) => one.address()));
      expect((await deliver(worker ?? "", "{}")).status).toBe(404);
      await until(() => ledger.count("done") === 20);
      await Promise.all([...webs, ...workers].map((one) => one.end("SIGTERM")));
      expect(ledger.balance(20)).toEqual(nothingWrong);
    },
  );
});
