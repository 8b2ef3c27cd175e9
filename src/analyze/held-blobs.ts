import type { OnBlob } from "../git/index.js";

/** Reads blobs, wherever they are. */
export type ReadBlobs = (blobs: readonly string[], onBlob: OnBlob) => Promise<void>;

/** Bytes of contents that are held. */
const LIMIT = 32 * 1024 * 1024;

/** Reads blobs, and holds the first ones that may be asked for again, until `release()`. */
export class HeldBlobs {
  readonly #held = new Map<string, Buffer>();
  #room = LIMIT;

  /** @param mayReturn told after the blob was looked at */
  constructor(
    private readonly source: ReadBlobs,
    private readonly mayReturn: (blob: string) => boolean,
  ) {}

  readonly read: ReadBlobs = async (blobs, onBlob) => {
    for (const blob of blobs) {
      const content = this.#held.get(blob);
      if (content !== undefined) onBlob(blob, content, null);
    }
    const absent = blobs.filter((blob) => !this.#held.has(blob));
    await this.source(absent, (blob, content, problem) => {
      onBlob(blob, content, problem);
      if (content !== null && content.length <= this.#room && this.mayReturn(blob)) this.#hold(blob, content);
    });
  };

  #hold(blob: string, content: Buffer): void {
    this.#room -= content.length;
    this.#held.set(blob, Buffer.from(content));
  }

  /** Forgets all, and holds nothing any more. */
  release(): void {
    this.#held.clear();
    this.#room = 0;
  }
}
