import { Failure } from "../../primitives/index.js";

/** Lets those who want the same thing have it one after the other. */
export class Turns {
  readonly #last = new Map<number, Promise<unknown>>();

  /** Runs `act` when all who came before are done. Fails with `interrupted` when the signal comes first. */
  async take<T>(key: number, signal: AbortSignal, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const turn = (async () => {
      await before?.catch(() => undefined);
      if (signal.aborted) throw new Failure("interrupted");
      return act();
    })();
    this.#last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    }
  }
}
