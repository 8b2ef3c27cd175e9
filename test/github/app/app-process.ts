import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll } from "vitest";
import type { DatabaseOptions } from "../../../src/store/index.js";
import type { FakeGithub } from "../../fake-github/index.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The program as people run it, made once for a test file: from sources, every process of it would take seconds to start. */
let bundled: Promise<string> | null = null;
afterAll(async () => {
  if (bundled !== null) await rm(await bundled, { recursive: true, force: true, maxRetries: 3 });
});

async function bundle(): Promise<string> {
  // As deep below the root as dist, where it finds packages and rules.
  const directory = await mkdtemp(join(root, ".app-"));
  await promisify(execFile)(process.execPath, ["--import", "tsx", "build/program.ts", directory], { cwd: root });
  return directory;
}

/** Waits until something is so; says what was waited for when it never is. */
export async function until(
  enough: () => boolean | Promise<boolean>,
  what: () => string = () => enough.toString(),
  milliseconds = 120_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await enough())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** One line of the log. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

/** A worker asks twice a second. */
const QUIET_MS = 1_200;

const isEnd = ({ job, outcome }: LogLine): boolean => job !== undefined && outcome !== undefined;

/** `volteface serve` in a process of its own, as the App of a GitHub of ours. */
export class AppProcess {
  readonly ended: Promise<number | null>;
  #out = "";
  #err = "";

  private constructor(
    private readonly child: ChildProcess,
    /** Where it keeps its mirrors. */
    readonly directory: string,
  ) {
    child.stdout?.on("data", (chunk: Buffer) => {
      this.#out += chunk.toString();
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#err += chunk.toString();
    });
    this.ended = new Promise((resolve) => child.once("close", resolve));
  }

  /** Starts it, waits until it serves, and has GitHub deliver to it. */
  static async start(
    github: FakeGithub,
    { url, directory }: DatabaseOptions,
    more: Readonly<Record<string, string>> = {},
  ): Promise<AppProcess> {
    const { app } = github.state;
    // PostgreSQL's databases have no directory of their own here.
    const dataDirectory =
      url === null ? directory : join(directory, `volteface-${url.slice(url.lastIndexOf("/") + 1)}`);
    const environment: Record<string, string> = {
      PATH: process.env.PATH ?? "",
      HOME: dataDirectory,
      TZ: "UTC",
      LC_ALL: "C",
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: app.webhookSecret,
      GITHUB_API_URL: `${github.url}/api/v3`,
      GITHUB_RESTRAINT: "off",
      VOLTEFACE_DATA_DIR: dataDirectory,
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "debug",
      ...(url === null ? {} : { DATABASE_URL: url }),
      ...more,
    };
    bundled ??= bundle();
    const child = spawn(process.execPath, [join(await bundled, "cli/main.js"), "serve"], {
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const started = new AppProcess(child, dataDirectory);
    await until(
      () => started.line("serving") !== undefined || child.exitCode !== null,
      () => `the server to start: ${started.#out}${started.#err}`,
    );
    const address = started.line("serving")?.address;
    if (typeof address !== "string") throw new Error(`the server did not start: ${started.#out}${started.#err}`);
    github.state.app.webhookUrl = `${address}/api/github/webhooks`;
    return started;
  }

  /** Everything that was logged. */
  get log(): string {
    return this.#out;
  }

  get lines(): LogLine[] {
    return this.#out
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as LogLine);
  }

  line(message: string): LogLine | undefined {
    return this.lines.find(({ msg }) => msg === message);
  }

  /** How many jobs of a kind ended so. */
  jobs(job: string, outcome = "done"): number {
    return this.lines.filter((line) => line.job === job && line.outcome === outcome).length;
  }

  /** Resolves when no job has run for longer than a worker takes to notice one. */
  async idle(): Promise<void> {
    let seen = -1;
    let quietSince = Date.now();
    await until(
      () => {
        const { length } = this.#out;
        const running = this.lines.filter(({ msg }) => msg === "job began").length - this.lines.filter(isEnd).length;
        if (length !== seen || running > 0) quietSince = Date.now();
        seen = length;
        return Date.now() - quietSince > QUIET_MS;
      },
      () => `jobs to end: ${this.#out.slice(-3000)}`,
    );
  }

  async end(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    this.child.kill(signal);
    return await this.ended;
  }
}
