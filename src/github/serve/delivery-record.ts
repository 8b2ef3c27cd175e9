import { setTimeout as wait } from "node:timers/promises";
import { gathered } from "../../primitives/index.js";
import { type Database, findHandled, markHandled } from "../../store/index.js";

/** What is noted is noted so often: nobody waits for it, and many cost the database hardly more than one. */
const PAUSE_MS = 200;

/** Which deliveries were handled. Under load many are asked about, and noted, at once. */
export class DeliveryRecord {
  /** Handled, and not noted yet. */
  readonly #fresh = new Set<string>();
  readonly #find: (id: string) => Promise<boolean>;
  readonly #mark: (id: string) => Promise<void>;

  /** @param failed hears why something could not be noted: then its repetition is handled again, which does no harm */
  constructor(
    database: Database,
    private readonly failed: (error: unknown) => void,
  ) {
    this.#find = gathered(async (ids) => {
      const handled = await findHandled(database, ids);
      return ids.map((id) => handled.has(id));
    });
    this.#mark = gathered(async (ids) => {
      await markHandled(database, ids, new Date());
      await wait(PAUSE_MS);
      return ids.map(() => undefined);
    });
  }

  async wasHandled(id: string): Promise<boolean> {
    return this.#fresh.has(id) || (await this.#find(id));
  }

  /** Notes it soon; GitHub's answer does not wait for that, since all that a delivery asks for is kept already. */
  markHandled(id: string): void {
    this.#fresh.add(id);
    void this.#mark(id)
      .catch(this.failed)
      .finally(() => this.#fresh.delete(id));
  }
}
