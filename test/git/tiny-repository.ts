import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A moment of the little world: minute 0 is 2025-10-21 08:00 UTC. */
export function minute(number: number): string {
  return new Date(Date.UTC(2025, 9, 21, 8, number)).toISOString().replace(".000Z", "Z");
}

/** A folder that is deleted by `using`. */
export class Scratch implements Disposable {
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), "volteface git ")));

  path(...names: string[]): string {
    return join(this.directory, ...names);
  }

  /** Makes a repository with a `main` branch and no commit. */
  repository(name = "kube", ...options: string[]): TinyRepository {
    runGit(this.directory, ["init", "--quiet", "--initial-branch=main", ...options, name]);
    const repository = new TinyRepository(this.path(name));
    repository.git("config", "uploadpack.allowFilter", "true");
    return repository;
  }

  /** Clones through file://, the only transport that tests allow. */
  clone(from: TinyRepository, name: string, ...options: string[]): TinyRepository {
    runGit(this.directory, ["clone", "--quiet", ...options, `file://${encodeURI(from.directory)}`, name]);
    return new TinyRepository(this.path(name));
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A real repository, written by real git with fixed names and dates, so that ids never move. */
export class TinyRepository {
  #minute = 0;

  constructor(readonly directory: string) {}

  /** Runs git here and gives what it printed, without the last line feed. */
  git(...command: string[]): string {
    return runGit(this.directory, command, { date: minute(this.#minute) }).replace(/\n$/, "");
  }

  /** Like `git`, with something to read. */
  gitReading(input: string | Buffer, ...command: string[]): string {
    return runGit(this.directory, command, { input, date: minute(this.#minute) }).replace(/\n$/, "");
  }

  /** Writes files (null deletes) and commits them a minute after the last commit. Returns the id. */
  commit(message: string, files: Readonly<Record<string, string | Buffer | null>> = {}): string {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.directory, path);
      if (content === null) rmSync(file);
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
    this.git("add", "--all");
    return this.commitIndex(message);
  }

  /** Commits what the index holds. */
  commitIndex(message: string): string {
    this.git("commit", "--quiet", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "-m", message);
    this.#minute += 1;
    return this.idOf("HEAD");
  }

  /** Writes a blob into the object store only. */
  blob(content: string | Buffer): string {
    return this.gitReading(content, "hash-object", "-w", "--stdin");
  }

  idOf(name: string): string {
    return this.git("rev-parse", "--verify", name);
  }

  /** Deletes a loose object. */
  lose(id: string): void {
    rmSync(join(this.git("rev-parse", "--absolute-git-dir"), "objects", id.slice(0, 2), id.slice(2)));
  }
}

function runGit(
  directory: string,
  command: readonly string[],
  { input = "", date = minute(0) }: { input?: string | Buffer; date?: string } = {},
): string {
  return execFileSync("git", command, {
    cwd: directory,
    input,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env.PATH,
      HOME: "/nonexistent",
      LC_ALL: "C",
      TZ: "UTC",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_ALLOW_PROTOCOL: "file",
      GIT_AUTHOR_NAME: "Ada Port",
      GIT_AUTHOR_EMAIL: "ada@example.com",
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: "Max Merge",
      GIT_COMMITTER_EMAIL: "max@example.com",
      GIT_COMMITTER_DATE: date,
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: "gc.auto",
      GIT_CONFIG_VALUE_0: "0",
      GIT_CONFIG_KEY_1: "core.autocrlf",
      GIT_CONFIG_VALUE_1: "false",
    },
  });
}
