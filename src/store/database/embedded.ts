import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { Failure } from "../../primitives/index.js";
import type { Database, Queryable } from "./database.js";
import { lockDirectory } from "./lock-directory.js";

/** PGlite and one of its transactions look alike. */
type Session = Pick<PGlite, "query" | "exec">;

/**
 * PostgreSQL within this process, in a directory of its own. The directory is
 * locked first: PGlite takes no lock, and a second process would lose rows silently.
 */
export async function openEmbedded(directory: string): Promise<Database> {
  await makeDirectory(directory);
  const unlock = await lockDirectory(directory);
  try {
    const pglite = await PGlite.create({ dataDir: join(directory, "database"), parsers: { [types.INT8]: Number } });
    return embedded(pglite, unlock);
  } catch (error) {
    await unlock();
    throw new Failure("store.damaged", { directory }, { cause: error });
  }
}

function embedded(pglite: PGlite, unlock: () => Promise<void>): Database {
  let closing: Promise<void> | null = null;
  return {
    kind: "embedded",
    query: async (sql, parameters) => {
      try {
        return await ask(pglite, sql, parameters);
      } catch (error) {
        // There is one connection: a failed block of statements must not leave it in an aborted transaction.
        await pglite.exec("rollback").catch(() => undefined);
        throw error;
      }
    },
    transaction: (work) => pglite.transaction((session) => work(within(session))),
    close: () => {
      closing ??= pglite.close().finally(unlock);
      return closing;
    },
  };
}

function within(session: Session): Queryable {
  return { query: (sql, parameters) => ask(session, sql, parameters) };
}

/** Statements without parameters may be several; each has rows of its own, which are told together. */
async function ask<Row extends object>(session: Session, sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
  if (parameters !== undefined && parameters.length > 0) return (await session.query<Row>(sql, [...parameters])).rows;
  return (await session.exec(sql)).flatMap(({ rows }) => rows as Row[]);
}

async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "?";
    throw new Failure("store.directory-unusable", { directory, reason }, { cause: error });
  }
}
