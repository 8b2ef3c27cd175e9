import { StopReason } from "./queue.js";

/** A job that this process works on. */
export interface Claim {
  readonly queue: string;
  readonly key: string;
  /** When the job was sent. */
  readonly createdOn: Date;
  readonly stop: AbortController;
}

/** The jobs that this process works on, and how they are asked to stop. */
export class RunningJobs {
  readonly #claims = new Set<Claim>();
  readonly #waiting: (() => void)[] = [];
  #ending = false;

  /** Counts a job in until `run` has ended. */
  async during(claim: Claim, run: () => Promise<void>): Promise<void> {
    this.#claims.add(claim);
    // It was on its way from the database when the others were stopped.
    if (this.#ending) claim.stop.abort(new StopReason("shutting-down"));
    try {
      await run();
    } finally {
      this.#claims.delete(claim);
      if (this.#claims.size === 0) for (const tell of this.#waiting.splice(0)) tell();
    }
  }

  /** Those that were not asked to stop yet. */
  get going(): readonly Claim[] {
    return [...this.#claims].filter(({ stop }) => !stop.signal.aborted);
  }

  supersede(concerned: (claim: Claim) => boolean): void {
    for (const claim of this.going.filter(concerned)) claim.stop.abort(new StopReason("superseded"));
  }

  /** Stops those that run and those that may still come. */
  end(): void {
    this.#ending = true;
    for (const claim of this.going) claim.stop.abort(new StopReason("shutting-down"));
  }

  /** Resolves when nothing runs any more, at the latest after so many milliseconds. */
  async idle(limitMs: number): Promise<void> {
    if (this.#claims.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
