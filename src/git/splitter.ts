/** Cuts a stream of bytes at a separator, whatever the chunks it arrives in. */
export class Splitter {
  #rest: Buffer | null = null;

  constructor(private readonly separator: number) {}

  /** The parts that this chunk completes, without the separators. They share its memory. */
  push(data: Buffer): Buffer[] {
    const chunk = this.#rest === null ? data : Buffer.concat([this.#rest, data]);
    const parts: Buffer[] = [];
    let start = 0;
    for (let end = chunk.indexOf(this.separator); end >= 0; end = chunk.indexOf(this.separator, start)) {
      parts.push(chunk.subarray(start, end));
      start = end + 1;
    }
    this.#rest = start === chunk.length ? null : chunk.subarray(start);
    return parts;
  }
}
