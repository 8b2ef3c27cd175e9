/** So much goes into one question. */
const MOST = 200;
/** A question that has no answer after so many milliseconds keeps the next one waiting no longer. */
const PATIENCE_MS = 1_000;

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Makes one question of many that are asked at the same time. What is asked while a question is under
 * way goes together into the next one, so a single question never waits for company, and many cost
 * hardly more than one.
 *
 * @param ask answers a list, each answer at the place of its item; when it fails for several items, each
 *   is asked for alone, so that none fails because of another
 */
export function gathered<Item, Answer>(
  ask: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let busy = false;
  const askFor = async (batch: readonly Waiting<Item, Answer>[]): Promise<void> => {
    try {
      const answers = await ask(batch.map(({ item }) => item));
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as Answer);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await askFor([one]);
    }
  };
  const askAll = async (): Promise<void> => {
    busy = true;
    // What comes in the same turn of the loop comes along.
    await new Promise(setImmediate);
    while (waiting.length > 0) await orLate(askFor(waiting.splice(0, MOST)));
    busy = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void askAll();
    });
}

async function orLate(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
