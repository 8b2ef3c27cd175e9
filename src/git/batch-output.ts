/** An object as `git cat-file --batch` prints it. */
export interface BatchObject {
  /** Object id; empty when the object is missing. */
  readonly id: string;
  /** `commit`, `tree`, `blob`, `tag`; empty when the object is missing. */
  readonly type: string;
  /** Null with a problem. Valid only until the callback returns. */
  readonly content: Buffer | null;
  readonly problem: "missing" | "ambiguous" | "too-large" | null;
}

const LINE_FEED = 10;
const NO_CONTENT = { id: "", type: "", content: null } as const;
const MISSING: BatchObject = { ...NO_CONTENT, problem: "missing" };
const AMBIGUOUS: BatchObject = { ...NO_CONTENT, problem: "ambiguous" };

/**
 * Cuts the output of `git cat-file --batch` into objects, whatever the chunks it
 * arrives in. An object inside one chunk is not copied; one across chunks is copied
 * once, into a buffer that is used again. Contents above the limit are counted and
 * dropped, never held.
 *
 * Format (`git help cat-file`, BATCH OUTPUT): `<id> <type> <size>\n<contents>\n`, or
 * `<name as asked> missing\n`, or `<name as asked> ambiguous\n`.
 */
export class BatchOutput {
  #header: Buffer | null = null;
  #id = "";
  #type = "";
  /** Bytes of the present object still to come, with the line feed that ends it; -1 between objects. */
  #ahead = -1;
  #size = 0;
  #dropped = false;
  #held = Buffer.alloc(0);

  /** @param limit bytes above which a content is dropped; asked for each object. */
  constructor(
    private readonly limit: () => number,
    private readonly onObject: (object: BatchObject) => void,
  ) {}

  push(chunk: Buffer): void {
    let offset = 0;
    while (offset < chunk.length)
      offset = this.#ahead < 0 ? this.#readHeader(chunk, offset) : this.#readContent(chunk, offset);
  }

  #readHeader(chunk: Buffer, offset: number): number {
    const end = chunk.indexOf(LINE_FEED, offset);
    const part = chunk.subarray(offset, end < 0 ? chunk.length : end);
    const line = this.#header === null ? part : Buffer.concat([this.#header, part]);
    if (end < 0) {
      this.#header = Buffer.from(line);
      return chunk.length;
    }
    this.#header = null;
    this.#startObject(line.toString("latin1"));
    return end + 1;
  }

  #startObject(header: string): void {
    const problem = header.endsWith(" missing") ? MISSING : header.endsWith(" ambiguous") ? AMBIGUOUS : null;
    if (problem !== null) {
      this.onObject(problem);
      return;
    }
    const afterId = header.indexOf(" ");
    const afterType = header.indexOf(" ", afterId + 1);
    this.#id = header.slice(0, afterId);
    this.#type = header.slice(afterId + 1, afterType);
    this.#size = Number(header.slice(afterType + 1));
    if (afterId < 0 || afterType < 0 || !Number.isSafeInteger(this.#size))
      throw new Error(`git cat-file printed ${JSON.stringify(header)}`);
    this.#ahead = this.#size + 1;
    this.#dropped = this.#size > this.limit();
  }

  #readContent(chunk: Buffer, offset: number): number {
    const taken = Math.min(this.#ahead, chunk.length - offset);
    const whole = taken === this.#size + 1;
    if (!whole && !this.#dropped) this.#hold(chunk, offset, taken);
    this.#ahead -= taken;
    if (this.#ahead === 0)
      this.#finishObject(whole ? chunk.subarray(offset, offset + this.#size) : this.#held.subarray(0, this.#size));
    return offset + taken;
  }

  #hold(chunk: Buffer, offset: number, taken: number): void {
    if (this.#held.length < this.#size + 1)
      this.#held = Buffer.allocUnsafeSlow(Math.max(this.#size + 1, 2 * this.#held.length));
    chunk.copy(this.#held, this.#size + 1 - this.#ahead, offset, offset + taken);
  }

  #finishObject(content: Buffer): void {
    this.#ahead = -1;
    const { id, type } = { id: this.#id, type: this.#type };
    this.onObject(
      this.#dropped ? { id, type, content: null, problem: "too-large" } : { id, type, content, problem: null },
    );
  }
}
