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
  return embedded(directory, await startEmbedded(directory));
}

function embedded(directory: string, started: EmbeddedProcess): Database {
  let child = started;
  let closing: Promise<void> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** There is one connection: whoever uses it is alone with it. When the process was killed, another one takes its place. */
  const inTurn = <Value>(act: (child: EmbeddedProcess) => Promise<Value>): Promise<Value> => {
    const turn = last.then(async () => {
      if (child.ended && closing === null) child = await startEmbedded(directory);
      return await orRolledBack(child, () => act(child));
    });
    last = turn.catch(() => {});
    return turn;
  };
  return {
    kind: "embedded",
    query: (sql, parameters) => inTurn((one) => sessionOf(one).query(sql, parameters)),
    transaction: (work) =>
      inTurn(async (one) => {
        await one.ask("begin");
        const value = await work(sessionOf(one));
        await one.ask("commit");
        return value;
      }),
    close: () => {
      closing ??= last.then(() => child.close());
      return closing;
    },
  };
}

function sessionOf(child: EmbeddedProcess): Queryable {
  return {
    query: async <Row extends object>(sql: string, values?: readonly unknown[]) =>
      (await child.ask(sql, values)) as Row[],
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
