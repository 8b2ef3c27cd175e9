const MEGABYTE = 1_000_000;

/** How much was read, and how long it took. */
export class Stopwatch {
  private amount = 0;
  private milliseconds = 0;

  time<Result>(amount: number, work: () => Result): Result {
    const before = performance.now();
    const result = work();
    this.milliseconds += performance.now() - before;
    this.amount += amount;
    return result;
  }

  /** `127.7 MB at 259.7 MB/s` */
  toString(): string {
    const megabytes = this.amount / MEGABYTE;
    return `${megabytes.toFixed(1)} MB at ${((megabytes / this.milliseconds) * 1000).toFixed(1)} MB/s`;
  }
}
