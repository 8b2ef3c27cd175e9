import type { Column } from "./column.js";

/** From a key number to the rows that hold it, in row order: offsets and rows in two typed arrays. */
export class Postings {
  readonly #offsets: Int32Array;
  readonly #rows: Int32Array;

  /** @param keys the key number of each row; @param size how many key numbers there are */
  constructor(keys: Column<Int32Array>, size: number) {
    this.#offsets = new Int32Array(size + 1);
    for (let row = 0; row < keys.length; row++)
      this.#offsets[keys.at(row) + 1] = (this.#offsets[keys.at(row) + 1] ?? 0) + 1;
    for (let key = 0; key < size; key++)
      this.#offsets[key + 1] = (this.#offsets[key + 1] ?? 0) + (this.#offsets[key] ?? 0);
    this.#rows = new Int32Array(keys.length);
    const next = this.#offsets.slice();
    for (let row = 0; row < keys.length; row++) {
      const key = keys.at(row);
      const at = next[key] ?? 0;
      this.#rows[at] = row;
      next[key] = at + 1;
    }
  }

  rows(key: number): Int32Array {
    return this.#rows.subarray(this.#offsets[key] ?? 0, this.#offsets[key + 1] ?? 0);
  }
}
