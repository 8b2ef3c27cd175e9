type Numbers = Int32Array | Float32Array | Float64Array | Uint8Array | Int8Array;

/** A typed array that grows. */
export class Column<T extends Numbers> {
  #values: T;
  #length = 0;

  constructor(private readonly allocate: (length: number) => T) {
    this.#values = allocate(1 << 10);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.allocate(Math.ceil(this.#values.length * 1.6));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}

export const integers = (): Column<Int32Array> => new Column((length) => new Int32Array(length));
export const bytes = (): Column<Uint8Array> => new Column((length) => new Uint8Array(length));
export const signedBytes = (): Column<Int8Array> => new Column((length) => new Int8Array(length));
