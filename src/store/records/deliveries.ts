import type { Queryable } from "../database/database.js";

/** Which of these webhook deliveries were handled; GitHub gives a repeated delivery the same id. */
export async function findHandled(database: Queryable, deliveries: readonly string[]): Promise<ReadonlySet<string>> {
  const sql = "select id from volteface.deliveries where id in (select jsonb_array_elements_text($1::text::jsonb))";
  const found = await database.query<{ id: string }>(sql, [JSON.stringify(deliveries)]);
  return new Set(found.map(({ id }) => id));
}

/** Remembers that deliveries were handled: afterwards, so that one that failed may come again. */
export async function markHandled(database: Queryable, deliveries: readonly string[], at: Date): Promise<void> {
  const sql = `insert into volteface.deliveries (id, handled_at)
    select jsonb_array_elements_text($1::text::jsonb), $2 on conflict (id) do nothing`;
  await database.query(sql, [JSON.stringify(deliveries), at]);
}

/** Forgets deliveries handled before an instant, and answers how many. */
export async function pruneDeliveries(database: Queryable, before: Date): Promise<number> {
  const sql = "delete from volteface.deliveries where handled_at < $1 returning id";
  return (await database.query(sql, [before])).length;
}
