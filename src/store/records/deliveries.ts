import type { Queryable } from "../database/database.js";

/** Whether a webhook delivery was handled; GitHub gives a repeated delivery the same id. */
export async function wasHandled(database: Queryable, delivery: string): Promise<boolean> {
  return (await database.query("select 1 from volteface.deliveries where id = $1", [delivery])).length > 0;
}

/** Remembers that a delivery was handled: afterwards, so that one that failed may come again. */
export async function markHandled(database: Queryable, delivery: string, at: Date): Promise<void> {
  const sql = "insert into volteface.deliveries (id, handled_at) values ($1, $2) on conflict (id) do nothing";
  await database.query(sql, [delivery, at]);
}

/** Forgets deliveries handled before an instant, and answers how many. */
export async function pruneDeliveries(database: Queryable, before: Date): Promise<number> {
  const sql = "delete from volteface.deliveries where handled_at < $1 returning id";
  return (await database.query(sql, [before])).length;
}
