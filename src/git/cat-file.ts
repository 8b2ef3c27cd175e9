import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import { Failure } from "../primitives/index.js";
import type { BatchDialect } from "./batch-dialect.js";
import { type BatchObject, BatchOutput } from "./batch-output.js";
import { gitEnvironment } from "./environment.js";
import { gitFailure } from "./git-failure.js";

/** How much of what git complains about is kept. */
const WORDS = 8_192;

/** Who asks. */
export interface CatFileOwner {
  /** Bytes above which the contents of the next object are dropped. */
  limit(): number;
  /** The next answer; when it throws, `onEnd` is told. */
  onObject(object: BatchObject): void;
  /** The process ended by itself, or `onObject` threw: time to `end()` it. Told once, and never after `end()`. */
  onEnd(reason: unknown): void;
}

/** One `git cat-file` process that answers, in order, what is written to it. */
export class CatFile {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  #words = "";
  #over = false;

  constructor(
    private readonly gitDirectory: string,
    private readonly dialect: BatchDialect,
    private readonly owner: CatFileOwner,
  ) {
    const child = spawn("git", dialect.command, {
      cwd: gitDirectory,
      env: gitEnvironment(gitDirectory),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    this.#child = child;
    const output = new BatchOutput(
      () => owner.limit(),
      (object) => owner.onObject(object),
    );
    // A broken pipe is told by the end of the process, with the reason.
    child.stdin.on("error", () => undefined);
    child.stderr.on("data", (chunk: Buffer) => {
      this.#words = (this.#words + chunk.toString("utf8")).slice(-WORDS);
    });
    child.stdout.on("data", (chunk: Buffer) => this.#receive(output, chunk));
    child.on("error", (error) => this.#ended(gitFailure("cat-file", gitDirectory, error.message, error)));
    child.on("close", (code, signal) => this.#ended(this.#reason(code, signal)));
  }

  /** Asks for objects by name, in the text that `BatchDialect` describes; resolves when git can take more. */
  async ask(text: string): Promise<void> {
    if (!this.#child.stdin.write(text + this.dialect.answerNow)) await drained(this.#child.stdin);
  }

  /** Whether Node waits for this process before it ends. The pipes are sockets, though their types say only streams. */
  keepNodeAlive(alive: boolean): void {
    const verb = alive ? "ref" : "unref";
    this.#child[verb]();
    for (const pipe of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) (pipe as unknown as Socket)[verb]();
  }

  /** Ends the process; what it still has to say is for nobody. */
  async end(): Promise<void> {
    this.#over = true;
    this.keepNodeAlive(true);
    const ended = this.#child.exitCode === null && this.#child.signalCode === null ? once(this.#child, "close") : null;
    this.#child.stdin.destroy();
    this.#child.stdout.destroy();
    this.#child.kill();
    await ended?.catch(() => undefined);
  }

  #receive(output: BatchOutput, chunk: Buffer): void {
    if (this.#over) return;
    try {
      output.push(chunk);
    } catch (error) {
      this.#ended(error);
    }
  }

  #reason(code: number | null, signal: NodeJS.Signals | null): Failure {
    if (this.#words !== "" && signal === null) return gitFailure("cat-file", this.gitDirectory, this.#words);
    const command = `git ${this.dialect.command.join(" ")}`;
    return new Failure("git-stopped", {
      command,
      directory: this.gitDirectory,
      detail: signal ?? `exit ${code ?? "?"}`,
    });
  }

  #ended(reason: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.owner.onEnd(reason);
  }
}

/** Waits until the pipe takes more, or is gone. */
function drained(pipe: Writable): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      pipe.off("drain", finish).off("close", finish);
      resolve();
    };
    pipe.on("drain", finish).on("close", finish);
  });
}
