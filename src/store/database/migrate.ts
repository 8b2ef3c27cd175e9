import { Failure } from "../../primitives/index.js";
import type { Database, Queryable } from "./database.js";
import { migrations as known } from "./migrations.js";

/** Names the advisory lock under which one process at a time migrates; any number that nobody else uses. */
const LOCK = 7_658_583_724;

/**
 * Brings the records to the present form: all steps that are missing, or none.
 * Several processes may do so at the same time.
 *
 * @throws Failure `store.newer` when a later version of the program was here
 */
export async function migrate(database: Database, migrations: readonly string[] = known): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const applied = await appliedSteps(transaction);
    if (applied > migrations.length) throw new Failure("store.newer", { found: applied, known: migrations.length });
    for (const [index, step] of migrations.entries()) {
      if (index < applied) continue;
      await transaction.query(step);
      await transaction.query("insert into volteface.migrations (step) values ($1)", [index + 1]);
    }
  });
}

async function appliedSteps(transaction: Queryable): Promise<number> {
  const [found] = await transaction.query<{ there: boolean }>(
    "select to_regclass('volteface.migrations') is not null as there",
  );
  if (found?.there !== true) {
    await transaction.query(`
      create schema if not exists volteface;
      create table volteface.migrations (step integer primary key, applied_at timestamptz not null default now());
    `);
  }
  const [last] = await transaction.query<{ step: number | null }>("select max(step) as step from volteface.migrations");
  return last?.step ?? 0;
}
