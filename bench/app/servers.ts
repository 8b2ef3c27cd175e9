import { type ChildProcess, spawn } from "node:child_process";
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

  /** What each process holds, in MiB; the one that takes deliveries comes first. */
  get memory(): number[] {
    return this.#children.map(({ pid }) => residentMemory(pid ?? 0));
  }

  /** CPU seconds of each process alone, and of all processes that they started and that have ended. */
  get cpu(): { readonly own: readonly number[]; readonly children: number } {
    const times = this.#children.map(({ pid }) => cpuSeconds(pid ?? 0));
    return { own: times.map(({ own }) => own), children: times.reduce((sum, { children }) => sum + children, 0) };
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
        if (line.outcome !== undefined) this.jobs.push(line as JobLine);
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
