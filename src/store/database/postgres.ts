import pg from "pg";
import { Failure } from "../../primitives/index.js";
import type { Database, Queryable } from "./database.js";

/** Connections of one process; waiting for one is better than a server full of them. */
const CONNECTIONS = 10;
/** Milliseconds; a database that does not answer must not keep a webhook waiting. */
const PATIENCE = 5_000;

/**
 * A PostgreSQL server, which any number of processes may share.
 *
 * @param url `postgres://…`; it may hold a password and is never shown
 * @param lost hears of connections that break while nobody uses them (a restart of the server)
 */
export async function openPostgres(url: string, lost: (error: Error) => void): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "volteface",
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    types: { getTypeParser },
  });
  pool.on("error", lost);
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw new Failure("store.database-unreachable", { reason: reasonOf(error) }, { cause: error });
  }
  return database(pool);
}

function database(pool: pg.Pool): Database {
  let closing: Promise<void> | null = null;
  return {
    kind: "postgresql",
    query: (sql, parameters) => ask(pool, sql, parameters),
    transaction: (work) => inTransaction(pool, work),
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}

async function inTransaction<Value>(pool: pg.Pool, work: (transaction: Queryable) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  // A connection that breaks between two statements must not end the process; the next statement tells.
  const ignore = () => {};
  client.on("error", ignore);
  let broken = true;
  try {
    await client.query("begin");
    const value = await work({ query: (sql, parameters) => ask(client, sql, parameters) });
    await client.query("commit");
    broken = false;
    return value;
  } finally {
    client.off("error", ignore);
    // What closes a connection undoes its transaction.
    client.release(broken);
  }
}

async function ask<Row extends object>(
  session: Pick<pg.ClientBase, "query">,
  sql: string,
  parameters?: readonly unknown[],
): Promise<Row[]> {
  if (parameters !== undefined && parameters.length > 0) return (await session.query<Row>(sql, [...parameters])).rows;
  // Several statements have several results, which the types of pg do not tell.
  const results: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await session.query<Row>(sql);
  return [results].flat().flatMap(({ rows }) => rows);
}

/** Numbers of ours stay below 2^53, so a `bigint` is a number, as it is in the embedded database. */
const getTypeParser = ((oid: number, format: "text" | "binary" = "text") =>
  oid === pg.types.builtins.INT8 && format === "text"
    ? Number
    : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser;

/** The system's or the server's word (`ECONNREFUSED`, `28P01`): messages may quote the URL. */
function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === "string" && /^[A-Z0-9_]+$/.test(code)) return code;
  return /timeout/i.test(String(message)) ? "ETIMEDOUT" : "?";
}
