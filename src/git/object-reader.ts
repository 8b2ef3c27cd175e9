import { Failure } from "../primitives/index.js";
import type { BatchDialect } from "./batch-dialect.js";
import type { BatchObject } from "./batch-output.js";
import { CatFile } from "./cat-file.js";

/** Names are handed to git in pieces of about this many characters: one pipe full. */
const PIECE = 65_536;

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
  #process: CatFile | null = null;
  #request: Request | null = null;
  #last: Promise<unknown> = Promise.resolve();
  /** The end of the last process that failed. */
  #ending: Promise<void> = Promise.resolve();
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
    await Promise.all([this.#last, this.#ending]);
  }

  #readNow(names: Iterable<string>, onObject: OnObject, limit: number): Promise<void> {
    if (this.#closed) return Promise.reject(new Failure("interrupted"));
    this.#process ??= this.#start();
    const process = this.#process;
    process.keepNodeAlive(true);
    return new Promise<void>((resolve, reject) => {
      const request: Request = { limit, onObject, asked: [], next: 0, allAsked: false, done: resolve, fail: reject };
      this.#request = request;
      this.#ask(process, request, names).catch((error: unknown) =>
        this.#request === request ? this.#stop(error) : null,
      );
    });
  }

  #start(): CatFile {
    const process: CatFile = new CatFile(this.gitDirectory, this.dialect, {
      limit: () => this.#request?.limit ?? 0,
      onObject: (object) => this.#answer(object),
      onEnd: (reason) => {
        this.#ending = process.end();
        if (this.#process !== process) return;
        this.#process = null;
        this.#fail(reason);
      },
    });
    return process;
  }

  async #ask(process: CatFile, request: Request, names: Iterable<string>): Promise<void> {
    let piece = "";
    for (const name of names) {
      request.asked.push(name);
      piece += `${this.dialect.ask}${name}\n`;
      if (piece.length < PIECE) continue;
      await process.ask(piece);
      if (this.#request !== request) return;
      piece = "";
    }
    request.allAsked = true;
    if (piece === "") this.#finishWhenAnswered(request);
    else await process.ask(piece);
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
    this.#process?.keepNodeAlive(false);
    request.done();
  }

  #fail(error: unknown): void {
    const request = this.#request;
    this.#request = null;
    request?.fail(error);
  }

  async #stop(error: unknown): Promise<void> {
    const process = this.#process;
    this.#process = null;
    this.#fail(error);
    await process?.end();
  }
}
