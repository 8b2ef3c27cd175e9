import type { IncomingMessage } from "node:http";

/** Room for bodies that are being read: whoever has no key must not fill the memory. */
export class BodyRoom {
  #taken = 0;

  /** @param limit bytes of one body; all that are being read together may have four times as many */
  constructor(private readonly limit: number) {}

  /**
   * Reads a body of at most the limit.
   *
   * @returns "too-large", or "busy" when there is no room; then the rest of the body is not read
   * @throws when the connection ends before the body does
   */
  async read(request: IncomingMessage): Promise<Buffer | "too-large" | "busy"> {
    if (Number(request.headers["content-length"] ?? 0) > this.limit) return "too-large";
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      // The answer needs the connection that an early end would close.
      for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        length += chunk.length;
        this.#taken += chunk.length;
        if (length > this.limit) return "too-large";
        if (this.#taken > 4 * this.limit) return "busy";
        chunks.push(chunk);
      }
      return Buffer.concat(chunks, length);
    } finally {
      this.#taken -= length;
    }
  }
}
