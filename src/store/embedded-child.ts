import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PGlite, types } from "@electric-sql/pglite";
import { Failure } from "../primitives/index.js";
import { lockDirectory } from "./database/lock-directory.js";
import type { EmbeddedAnswer, EmbeddedQuestion } from "./start-embedded.js";

// The process that `startEmbedded` starts. It is asked one thing after another and answers in that order.

/** One whose parent was killed a moment ago may still be ending, for so many milliseconds. */
const ENDING_MS = 2_000;

const answer = (value: EmbeddedAnswer) => process.send?.(value);

process.once("message", async ({ directory }: { readonly directory: string }) => {
  try {
    const unlock = await lock(directory);
    const pglite = await PGlite.create({ dataDir: join(directory, "database"), parsers: { [types.INT8]: Number } });
    process.on("message", (question: EmbeddedQuestion) => void reply(pglite, question, unlock));
    answer({ rows: [] });
  } catch (error) {
    const { code, fields } = error instanceof Failure ? error : damaged(directory);
    process.send?.({ failure: { code, fields } } satisfies EmbeddedAnswer, () => process.exit(1));
  }
});
// Whoever asked is gone, and what was asked last is not told to anybody.
process.once("disconnect", () => process.exit(1));
// Signals to all processes of a terminal or a service are for the one that asks: it needs us to end well.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});

async function reply(pglite: PGlite, question: EmbeddedQuestion, unlock: () => Promise<void>): Promise<void> {
  try {
    if (question !== "close") return void answer({ rows: await rowsOf(pglite, question.sql, question.parameters) });
    await pglite.close().finally(unlock);
    process.exit(0);
  } catch (error) {
    answer({ problem: problemOf(error) });
  }
}

async function lock(directory: string): Promise<() => Promise<void>> {
  for (const end = Date.now() + ENDING_MS; ; await wait(100)) {
    try {
      return await lockDirectory(directory);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== "store.directory-in-use" || Date.now() > end) throw error;
    }
  }
}

/** Statements without parameters may be several; each has rows of its own, which are told together. */
async function rowsOf(pglite: PGlite, sql: string, parameters: readonly unknown[]): Promise<object[]> {
  if (parameters.length > 0) return (await pglite.query<object>(sql, [...parameters])).rows;
  return (await pglite.exec(sql)).flatMap(({ rows }) => rows);
}

/** What travels of an error: what PostgreSQL says, and not the parameters that the library adds. */
function problemOf(error: unknown): Extract<EmbeddedAnswer, { problem: object }>["problem"] {
  const { message, code, detail, constraint } = error as Record<string, unknown>;
  const told = Object.entries({ code, detail, constraint }).filter(([, value]) => typeof value === "string");
  return { message: String(message ?? error), fields: Object.fromEntries(told) };
}

function damaged(directory: string): Failure {
  return new Failure("store.damaged", { directory });
}
