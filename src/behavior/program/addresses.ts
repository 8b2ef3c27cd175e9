/** Lines that one function can have. */
const SPAN = 2 ** 24;

/**
 * A line of a function, wherever the function stands: a number as a line is, and another one for every line of
 * every function. What is told by address stays true when something above the function grows. Addresses of one
 * function have the order of its lines.
 */
export type Address = number;

/** Gives every function a range of addresses of its own, for as long as the process runs. */
export class Addresses {
  /** What is below stands for itself: a place that belongs to no function. */
  #next: Address = SPAN;

  /** The address of a further function's first line. */
  next(): Address {
    const address = this.#next;
    this.#next += SPAN;
    return address;
  }
}

/** Where the functions of one ref stand. */
export class Lines {
  /** The line in the file by the address of a function's first line. */
  readonly #lines = new Map<Address, number>();

  put(first: Address, line: number): void {
    this.#lines.set(first, line);
  }

  /** The line in the file. */
  at(address: Address): number {
    const within = address % SPAN;
    return (this.#lines.get(address - within) ?? 0) + within;
  }
}
