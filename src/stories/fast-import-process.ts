import type { Buffer } from "node:buffer";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { devNull } from "node:os";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { Failure } from "../primitives/index.js";

/**
 * The stories' own git: repositories are written, while src/git only reads
 * them. No configuration but git's own defaults, so that no user's setting
 * changes an id.
 */
const environment = {
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: "C",
  TZ: "UTC",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: "0",
};

export interface FastImport {
  /** Sends commands that git answers with one line. */
  ask(commands: Buffer): Promise<string>;
  /** Sends commands that git does not answer. */
  tell(commands: Buffer): void;
  /** Writes the refs and ends the process. */
  finish(): Promise<void>;
}

/** Makes a bare repository and starts one `git fast-import` in it. */
export async function startFastImport(directory: string, head: string): Promise<FastImport> {
  const options = { cwd: directory, env: environment };
  const init = ["init", "--quiet", "--bare", "--template=", "--object-format=sha1", `--initial-branch=${head}`, "."];
  await promisify(execFile)("git", init, options).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new Failure("git-not-found", {}, { cause: error }) : error;
  });

  const git = spawn("git", ["fast-import", "--quiet", "--done", "--date-format=raw"], { ...options, stdio: "pipe" });
  const complaints: string[] = [];
  git.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
  // Git may die while we write; its exit tells why, the broken pipe does not.
  git.stdin.on("error", () => {});
  const ended = once(git, "close").then(([code]) => {
    if (code !== 0) throw new Error(`git fast-import failed: ${complaints.join("").trim()}`);
  });
  ended.catch(() => {});
  const answers = createInterface({ input: git.stdout })[Symbol.asyncIterator]();

  return {
    async ask(commands) {
      git.stdin.write(commands);
      const answer = await answers.next();
      if (answer.done) await ended;
      return String(answer.value);
    },
    tell(commands) {
      git.stdin.write(commands);
    },
    async finish() {
      git.stdin.end("done\n");
      await ended;
    },
  };
}
