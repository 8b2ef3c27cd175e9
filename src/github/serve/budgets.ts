import type { Budget } from "../api/index.js";

/** What GitHub still allows to the App and its installations, as its last answers told. */
export class Budgets {
  readonly #known = new Map<number | null, Budget>();

  tell(budget: Budget): void {
    this.#known.set(budget.installation, budget);
  }

  /** Requests left to whom the fewest are left; null when nothing is known for this hour. */
  least(now: Date): number | null {
    for (const { installation, reset } of this.#known.values()) {
      if (reset * 1000 <= now.getTime()) this.#known.delete(installation);
    }
    const left = [...this.#known.values()].map(({ remaining }) => remaining);
    return left.length === 0 ? null : Math.min(...left);
  }
}
