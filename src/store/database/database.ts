/** What answers SQL: the database itself, or one transaction in it. SQL is what PostgreSQL 15 understands. */
export interface Queryable {
  /**
   * Rows of one statement with `$1`-style parameters, or of any number of statements without.
   * `bigint` comes as a number, `timestamptz` as a Date, `jsonb` as a value.
   */
  query<Row extends object = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** One database, embedded or not; everything above it has one code path. */
export interface Database extends Queryable {
  readonly kind: "embedded" | "postgresql";
  /** Commits what `work` did, or undoes all of it when `work` throws. The transaction must not be used afterwards. */
  transaction<Value>(work: (transaction: Queryable) => Promise<Value>): Promise<Value>;
  /** Lets go of connections, files and locks. May be called twice. */
  close(): Promise<void>;
}
