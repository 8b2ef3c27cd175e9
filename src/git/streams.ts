import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { Failure } from "../primitives/index.js";
import { gitEnvironment } from "./environment.js";
import { gitFailure } from "./git-failure.js";
import { Splitter } from "./splitter.js";

/** How much of what git complains about is kept. */
const WORDS = 8_192;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Runs git commands whose answer is too long to hold, each in a process of its own. */
export class GitStreams {
  readonly #running = new Map<Child, Promise<unknown>>();
  #closed = false;

  constructor(private readonly gitDirectory: string) {}

  /**
   * Yields git's output cut at a byte, as many parts at a time as have come whole; what follows the
   * last separator is not told. git waits while nobody asks, and is ended when the loop is left early.
   * Fails as `gitFailure` says, with `git-stopped`, or `interrupted`.
   */
  async *parts(separator: number, command: readonly string[], input = ""): AsyncGenerator<Buffer[], void, undefined> {
    if (this.#closed) throw new Failure("interrupted");
    const child = this.#start(command);
    // A broken pipe is told by the end of the process, with the reason.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const end = watch(child, command[0] ?? "", this.gitDirectory);
    this.#running.set(child, end);
    try {
      const splitter = new Splitter(separator);
      for await (const chunk of child.stdout) yield splitter.push(chunk);
      const failure = await end;
      if (failure !== null) throw failure;
    } catch (error) {
      throw this.#closed ? new Failure("interrupted", {}, { cause: error }) : error;
    } finally {
      child.stdout.destroy();
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await end;
      this.#running.delete(child);
    }
  }

  /** Ends what is running. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const child of this.#running.keys()) {
      child.stdout.destroy();
      child.kill();
    }
    await Promise.all(this.#running.values());
  }

  #start(command: readonly string[]): Child {
    return spawn("git", command, {
      cwd: this.gitDirectory,
      env: gitEnvironment(this.gitDirectory),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
  }
}

/** Waits for the end of a process; resolves to what went wrong, null when nothing did. */
function watch(child: Child, command: string, directory: string): Promise<Failure | null> {
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => {
    words = (words + chunk.toString("utf8")).slice(-WORDS);
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(gitFailure(command, directory, error.message, error)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(null);
      else if (signal === null) resolve(gitFailure(command, directory, words));
      else resolve(new Failure("git-stopped", { command: `git ${command}`, directory, detail: signal }));
    });
  });
}
