import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import type { Writable } from "node:stream";
import { Failure } from "../primitives/failure.js";
import type { BatchDialect } from "./batch-dialect.js";
import { type BatchObject, BatchOutput } from "./batch-output.js";
import { gitEnvironment } from "./environment.js";
import { gitFailure } from "./git-failure.js";

/** Names are handed to git in pieces of about this many characters: one pipe full. */
const PIECE = 65_536;
/** How much of what git complains about is kept. */
const WORDS = 8_192;

/** Called for each name asked, in the order asked. The object is valid only during the call. */
export type OnObject = (name: string, object: BatchObject) => void;

interface Request {
  readonly limit: number;
  readonly onObject: OnObject;
  /** Names asked and not yet answered, from `next` on. */
  readonly asked: string[];
  next: number;
  allAsked: boolean;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Reads objects through one `git cat-file` that is started at the first need and
 * kept. Requests wait for each other. While none runs, the process does not keep Node
 * alive; when Node ends, git reads the end of its input and ends too.
 */
export class ObjectReader {
  #child: ChildProcess | null = null;
  #words = "";
  #request: Request | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly gitDirectory: string,
    private readonly dialect: BatchDialect,
  ) {}

  /**
   * Reads objects by name (ids or any expression without line feeds), contents up to `limit` bytes.
   * Fails with `repository-damaged`, `git-stopped` or `interrupted`; an error of the callback is passed on.
   */
  read(names: Iterable<string>, onObject: OnObject, limit = Number.POSITIVE_INFINITY): Promise<void> {
    const run = this.#last.then(() => this.#readNow(names, onObject, limit));
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** Ends the process and fails what is waiting with `interrupted`. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#stop(new Failure("interrupted"));
    await this.#last;
  }

  #readNow(names: Iterable<string>, onObject: OnObject, limit: number): Promise<void> {
    if (this.#closed) return Promise.reject(new Failure("interrupted"));
    const child = this.#awake();
    return new Promise<void>((resolve, reject) => {
      const request: Request = { limit, onObject, asked: [], next: 0, allAsked: false, done: resolve, fail: reject };
      this.#request = request;
      this.#ask(child, request, names).catch((error: unknown) =>
        this.#request === request ? this.#stop(error) : null,
      );
    });
  }

  async #ask(child: ChildProcess, request: Request, names: Iterable<string>): Promise<void> {
    const input = child.stdin;
    if (input === null) throw new Error("cat-file without standard input");
    const { ask, answerNow } = this.dialect;
    let piece = "";
    for (const name of names) {
      request.asked.push(name);
      piece += `${ask}${name}\n`;
      if (piece.length < PIECE) continue;
      if (!input.write(piece + answerNow)) await drained(input);
      if (this.#request !== request) return;
      piece = "";
    }
    if (piece !== "") input.write(piece + answerNow);
    request.allAsked = true;
    this.#finishWhenAnswered(request);
  }

  #answer(object: BatchObject): void {
    const request = this.#request;
    const name = request?.asked[request.next];
    if (request === null || name === undefined) throw new Error("git cat-file answered more than it was asked");
    request.next += 1;
    request.onObject(name, object);
    // Keeps the list of names short however many are asked.
    if (request.next === 4_096) {
      request.asked.splice(0, request.next);
      request.next = 0;
    }
    this.#finishWhenAnswered(request);
  }

  #finishWhenAnswered(request: Request): void {
    if (!request.allAsked || request.next < request.asked.length || this.#request !== request) return;
    this.#request = null;
    if (this.#child !== null) keepNodeAlive(this.#child, false);
    request.done();
  }

  #awake(): ChildProcess {
    if (this.#child === null) this.#child = this.#start();
    keepNodeAlive(this.#child, true);
    return this.#child;
  }

  #start(): ChildProcess {
    const child = spawn("git", this.dialect.command, {
      cwd: this.gitDirectory,
      env: gitEnvironment(this.gitDirectory),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    const output = new BatchOutput(
      () => this.#request?.limit ?? 0,
      (object) => this.#answer(object),
    );
    this.#words = "";
    // A broken pipe is told by the end of the process, with the reason.
    child.stdin.on("error", () => undefined);
    child.stderr.on("data", (chunk: Buffer) => {
      this.#words = (this.#words + chunk.toString("utf8")).slice(-WORDS);
    });
    child.stdout.on("data", (chunk: Buffer) => {
      if (this.#child !== child) return;
      try {
        output.push(chunk);
      } catch (error) {
        void this.#stop(error);
      }
    });
    child.on("error", (error) => this.#ended(child, gitFailure("cat-file", this.gitDirectory, error.message, error)));
    child.on("close", (code, signal) => this.#ended(child, this.#reason(code, signal)));
    return child;
  }

  #reason(code: number | null, signal: NodeJS.Signals | null): Failure {
    if (this.#words !== "" && signal === null) return gitFailure("cat-file", this.gitDirectory, this.#words);
    return new Failure("git-stopped", {
      command: `git ${this.dialect.command.join(" ")}`,
      directory: this.gitDirectory,
      detail: signal ?? `exit ${code ?? "?"}`,
    });
  }

  #ended(child: ChildProcess, reason: Failure): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#fail(reason);
  }

  #fail(error: unknown): void {
    const request = this.#request;
    this.#request = null;
    request?.fail(error);
  }

  /** Ends the process: what it still has to say belongs to a request that is over. */
  async #stop(error: unknown): Promise<void> {
    const child = this.#child;
    this.#child = null;
    this.#fail(error);
    if (child === null) return;
    keepNodeAlive(child, true);
    const ended = child.exitCode === null && child.signalCode === null ? once(child, "close") : null;
    child.stdin?.destroy();
    child.stdout?.destroy();
    child.kill();
    await ended?.catch(() => undefined);
  }
}

/** The pipes of a child are sockets (`net.Socket`), though their types say only streams. */
function keepNodeAlive(child: ChildProcess, alive: boolean): void {
  const verb = alive ? "ref" : "unref";
  child[verb]();
  for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as Socket | null)?.[verb]();
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
