import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PostgresServer } from "../../test/databases/postgres-server.js";
import type { FakeGithub } from "../../test/fake-github/index.js";
import { cpuSeconds } from "../lib/cpu.js";
import { residentMemory } from "../lib/memory.js";

/** A line of the log that tells how one try of a job ended. */
export interface JobLine {
  readonly job: string;
  readonly key: string;
  readonly outcome: string;
  readonly milliseconds: number;
}

/** Which processes there are, and on what. */
export interface Arrangement {
  /** Processes that only do jobs, beside one that only takes deliveries; 0 is one process for both, on the embedded database. */
  readonly workers: number;
  /** Jobs of a kind at the same time, in each of them. */
  readonly concurrency: number;
}

/** The App as people run it: processes of their own, and the database they share. */
export class Servers {
  readonly jobs: JobLine[] = [];
  #begun = 0;
  readonly #children: ChildProcess[] = [];
  #address = "";

  private constructor(
    private readonly directory: string,
    private readonly postgres: PostgresServer | null,
  ) {}

  static async start(cli: string, github: FakeGithub, { workers, concurrency }: Arrangement): Promise<Servers> {
    const directory = await mkdtemp(join(tmpdir(), "volteface-load-"));
    const postgres = workers === 0 ? null : await PostgresServer.start();
    const servers = new Servers(directory, postgres);
    const database = postgres === null ? {} : { DATABASE_URL: await postgres.createDatabase() };
    const common = { ...environmentOf(github), ...database, CONCURRENCY: String(concurrency) };
    const roles = workers === 0 ? ["both"] : ["web", ...Array.from({ length: workers }, () => "worker")];
    for (const [index, role] of roles.entries()) {
      const place = { VOLTEFACE_DATA_DIR: join(directory, String(index)), HOME: directory };
      const address = await servers.#begin(cli, { ...common, ...place, ROLE: role });
      if (index === 0) servers.#address = address;
    }
    return servers;
  }

  /** Where deliveries go. */
  get webhook(): string {
    return `${this.#address}/api/github/webhooks`;
  }

  /** Deliveries so far, and those of them that the receiving process answered within 100 ms by its own clock. */
  async answered(): Promise<{ readonly all: number; readonly inTime: number }> {
    const text = await (await fetch(`${this.#address}/metrics`)).text();
    const count = (line: RegExp) => Number(line.exec(text)?.[1] ?? 0);
    return {
      all: count(/^volteface_delivery_seconds_count (\d+)$/m),
      inTime: count(/^volteface_delivery_seconds_bucket\{le="0.1"\} (\d+)$/m),
    };
  }

  /** What each process holds, in MiB; the one that takes deliveries comes first, the embedded database last. */
  get memory(): number[] {
    return this.#processes.map(residentMemory);
  }

  /** CPU seconds of each process alone, and of all processes that they started and that have ended. */
  get cpu(): { readonly own: readonly number[]; readonly children: number } {
    const times = this.#processes.map(cpuSeconds);
    return { own: times.map(({ own }) => own), children: times.reduce((sum, { children }) => sum + children, 0) };
  }

  get #processes(): number[] {
    const own = this.#children.map(({ pid }) => pid ?? 0);
    return this.postgres === null ? [...own, ...own.flatMap(embeddedDatabase)] : own;
  }

  /** Jobs that are being worked on. */
  get running(): number {
    return this.#begun - this.jobs.length;
  }

  async stop(): Promise<void> {
    const ended = this.#children.map((child) => new Promise((resolve) => child.once("close", resolve)));
    for (const child of this.#children) child.kill("SIGTERM");
    await Promise.all(ended);
    await this.postgres?.remove();
    await rm(this.directory, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Resolves to the address when it serves. */
  async #begin(cli: string, environment: Readonly<Record<string, string>>): Promise<string> {
    const child = spawn(process.execPath, [cli, "serve"], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
    this.#children.push(child);
    let [rest, address] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines.map((text) => JSON.parse(text) as Partial<JobLine> & Record<string, unknown>)) {
        if (line.msg === "serving") address = String(line.address);
        if (line.msg === "job began") this.#begun += 1;
        if (line.job !== undefined && line.outcome !== undefined) this.jobs.push(line as JobLine);
        if (/^(warn|error|fatal)$/.test(String(line.level))) process.stderr.write(`${JSON.stringify(line)}\n`);
      }
    });
    while (address === "") {
      if (child.exitCode !== null) throw new Error(`a process of the App ended with ${child.exitCode}`);
      await wait(20);
    }
    return address;
  }
}

/** The process of the embedded database, which the App has as a child. */
function embeddedDatabase(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  return children.map(Number).filter((child) => {
    try {
      return readFileSync(`/proc/${child}/cmdline`, "utf8").includes("embedded-child");
    } catch {
      return false;
    }
  });
}

function environmentOf({ url, state: { app } }: FakeGithub): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    TZ: "UTC",
    LC_ALL: "C",
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    GITHUB_API_URL: `${url}/api/v3`,
    // Held back as github.com wants it, writes would be what is measured; docs/scaling.md counts them.
    GITHUB_RESTRAINT: "off",
    HOST: "127.0.0.1",
    PORT: "0",
    // Tells when a job begins, too.
    LOG_LEVEL: "debug",
  };
}
