import { z } from "zod";
import type { JobKind } from "../../src/queue/index.js";
import type { Database } from "../../src/store/index.js";

/** The job of the fault tests: it writes into a ledger that it began and, some time later, that it is done. */
export interface Entry {
  readonly n: number;
  readonly milliseconds: number;
}

export const entryKind: JobKind<Entry> = {
  name: "entry",
  payload: z.object({ n: z.number(), milliseconds: z.number() }),
  key: ({ n }) => String(n),
  retries: 5,
  patienceSeconds: 120,
};

export async function makeLedger(database: Database): Promise<void> {
  await database.query("create table ledger (n integer, what text, worker integer)");
}

export async function write(database: Database, n: number, what: "began" | "done"): Promise<void> {
  await database.query("insert into ledger values ($1, $2, $3)", [n, what, process.pid]);
}

/** How many jobs were done how often: `lost` never, `doubled` more than once. */
export async function balance(
  database: Database,
  jobs: number,
): Promise<{ done: number; lost: number; doubled: number }> {
  const rows = await database.query<{ times: number }>(
    "select count(*) as times from ledger where what = 'done' group by n",
  );
  const doubled = rows.filter(({ times }) => times > 1).length;
  return { done: rows.length, lost: jobs - rows.length, doubled };
}
