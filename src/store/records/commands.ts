import type { Queryable } from "../database/database.js";

/** What a person asked for in a comment on a pull request, to be answered whenever the pull request is looked at. */
export interface AskedCommand {
  readonly repository: number;
  readonly number: number;
  /** The comment; it asks for one thing at a time. */
  readonly comment: number;
  readonly verb: string;
  readonly words: readonly string[];
  /** A login. */
  readonly author: string;
  readonly at: Date;
}

/** Remembers what a comment asks for now, in place of what it asked for before. */
export async function keepCommand(database: Queryable, asked: AskedCommand): Promise<void> {
  const { repository, comment, number, verb, words, author, at } = asked;
  await database.query(
    `insert into volteface.commands (repository, comment, number, verb, words, author, asked_at)
     values ($1, $2, $3, $4, $5::text::jsonb, $6, $7)
     on conflict (repository, comment) do update set verb = excluded.verb, words = excluded.words`,
    [repository, comment, number, verb, JSON.stringify(words), author, at],
  );
}

/** What was asked for on a pull request, in that order. */
export async function listCommands(
  database: Queryable,
  repository: number,
  number: number,
): Promise<readonly AskedCommand[]> {
  return await database.query<AskedCommand>(
    `select repository, number, comment, verb, words, author, asked_at as at
     from volteface.commands where repository = $1 and number = $2 order by asked_at, comment`,
    [repository, number],
  );
}
