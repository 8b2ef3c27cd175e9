import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { postgresBinaries } from "./postgres-binaries.js";

/** A PostgreSQL server of one test file, on loopback, without a password. */
export class PostgresServer {
  #process: ChildProcess | null = null;
  #databases = 0;

  private constructor(
    private readonly directory: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<PostgresServer> {
    const directory = mkdtempSync(join(tmpdir(), "volteface-postgres-"));
    const user = serverUser();
    if (user !== null) chownSync(directory, user.uid, user.gid);
    const data = join(directory, "data");
    execFileSync(binary("initdb"), ["-D", data, "-A", "trust", "-U", "postgres", "--no-sync"], {
      cwd: directory,
      stdio: "ignore",
      ...user,
    });
    const server = new PostgresServer(directory, await freePort());
    await server.begin();
    return server;
  }

  /** The address of a new, empty database. */
  async createDatabase(): Promise<string> {
    this.#databases += 1;
    const name = `test_${this.#databases}`;
    await this.#ask("postgres", `create database ${name}`);
    return this.#url(name);
  }

  async begin(): Promise<void> {
    const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: this.directory, fsync: "off" };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const data = join(this.directory, "data");
    this.#process = spawn(binary("postgres"), ["-D", data, "-p", String(this.port), ...flags], {
      cwd: this.directory,
      stdio: "ignore",
      ...serverUser(),
    });
    await this.#answers();
  }

  /** Ends every connection at once, as an upgrade or a failover does. */
  async end(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (running === null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGINT");
    await ended;
  }

  async remove(): Promise<void> {
    await this.end();
    rmSync(this.directory, { recursive: true, force: true });
  }

  #url(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async #answers(): Promise<void> {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await wait(50)) {
      const answered = await this.#ask("postgres", "select 1").then(
        () => true,
        () => false,
      );
      if (answered) return;
    }
    throw new Error("PostgreSQL did not start");
  }

  async #ask(database: string, sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url(database) });
    client.on("error", () => {});
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }
}

function binary(name: string): string {
  return join(postgresBinaries() ?? "", name);
}

/** PostgreSQL refuses to run as root; its package brings a user along. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => {
    try {
      return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    } catch {
      return 65_534;
    }
  };
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
