import type { Queryable } from "../database/database.js";

/** What a person decided about a pull request: it is intended, or a finding is to be ignored. */
export interface Disposition {
  readonly repository: number;
  readonly number: number;
  readonly kind: "intended" | "ignore";
  /** The finding it is about; null for all of the pull request. */
  readonly finding: string | null;
  readonly reason: string;
  /** Who decided: a login. */
  readonly author: string;
  /** The comment in which it was said. One comment decides one thing, however often it is read. */
  readonly comment: number;
  readonly at: Date;
}

/** Remembers a decision; the same comment read again changes nothing. */
export async function keepDisposition(database: Queryable, disposition: Disposition): Promise<void> {
  const { repository, number, kind, finding, reason, author, comment, at } = disposition;
  await database.query(
    `insert into volteface.dispositions (repository, number, kind, finding, reason, author, comment, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (repository, comment) do nothing`,
    [repository, number, kind, finding, reason, author, comment, at],
  );
}

/** What was decided about a pull request, in the order in which it was said. */
export async function listDispositions(
  database: Queryable,
  repository: number,
  number: number,
): Promise<Disposition[]> {
  return await database.query<Disposition>(
    `select repository, number, kind, finding, reason, author, comment, decided_at as at
     from volteface.dispositions where repository = $1 and number = $2 order by decided_at, comment`,
    [repository, number],
  );
}
