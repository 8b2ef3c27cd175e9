import { mkdir } from "node:fs/promises";
import { Failure } from "../../primitives/index.js";
import { type EmbeddedProcess, startEmbedded } from "../start-embedded.js";
import type { Database, Queryable } from "./database.js";

/**
 * PostgreSQL beside this process, in a directory of its own. Whoever opens the directory locks it first:
 * PGlite takes no lock, and a second process would lose rows silently.
 */
export async function openEmbedded(directory: string): Promise<Database> {
  await makeDirectory(directory);
  return embedded(await startEmbedded(directory));
}

function embedded(child: EmbeddedProcess): Database {
  let closing: Promise<void> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** There is one connection: whoever uses it is alone with it. */
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(act);
    last = turn.catch(() => {});
    return turn;
  };
  const session = {
    query: (sql: string, parameters?: readonly unknown[]) => child.ask(sql, parameters),
  } as Queryable;
  return {
    kind: "embedded",
    query: (sql, parameters) => inTurn(() => orRolledBack(child, () => session.query(sql, parameters))),
    transaction: (work) =>
      inTurn(() =>
        orRolledBack(child, async () => {
          await child.ask("begin");
          const value = await work(session);
          await child.ask("commit");
          return value;
        }),
      ),
    close: () => {
      closing ??= inTurn(() => child.close());
      return closing;
    },
  };
}

/** A failed block of statements must not leave the only connection in an aborted transaction. */
async function orRolledBack<Value>(child: EmbeddedProcess, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    await child.ask("rollback").catch(() => undefined);
    throw error;
  }
}

async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "?";
    throw new Failure("store.directory-unusable", { directory, reason }, { cause: error });
  }
}
