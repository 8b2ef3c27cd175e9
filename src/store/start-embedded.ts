import { fork } from "node:child_process";
import { once } from "node:events";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure, passedEnvironment } from "../primitives/index.js";

export type EmbeddedQuestion = { readonly sql: string; readonly parameters: readonly unknown[] } | "close";
export type EmbeddedAnswer =
  | { readonly rows: object[] }
  | { readonly problem: { readonly message: string; readonly fields: Readonly<Record<string, unknown>> } }
  | { readonly failure: { readonly code: string; readonly fields: Failure["fields"] } };

/** Beside this file, or beside the bundle that holds it, which lies as deep. */
const script = fileURLToPath(new URL(`../store/embedded-child${extname(import.meta.url)}`, import.meta.url));

/** What the other process may know of this one. */
const PASSED = ["PATH", "TMPDIR", "TZ", "LC_ALL", "NODE_OPTIONS"];

/** The embedded database, as its only user sees it. */
export interface EmbeddedProcess {
  /** It is gone, in whatever way. */
  readonly ended: boolean;
  /** Rows of one statement, or of several without parameters. Rejects with what PostgreSQL says. */
  ask(sql: string, parameters?: readonly unknown[]): Promise<object[]>;
  /** Resolves when everything is on disk and the process has ended. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (rows: object[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the embedded database in a process of its own, which ends with this one. PGlite computes where
 * it is called, and one answer follows another without a pause: where deliveries are answered, a queue of
 * statements would keep everything else from being done.
 *
 * @throws Failure `store.*`
 */
export async function startEmbedded(directory: string): Promise<EmbeddedProcess> {
  const env = passedEnvironment(PASSED);
  // Values keep their types: dates stay dates.
  const child = fork(script, { env, serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const waiting: Waiting[] = [];
  let ended: Error | null = null;
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  child.on("message", (told: EmbeddedAnswer) => {
    const asked = waiting.shift();
    if ("rows" in told) asked?.resolve(told.rows);
    else asked?.reject(errorOf(told));
  });
  child.on("error", end);
  const gone = once(child, "exit").then(() => end(new Error("the embedded database has ended")));
  const send = (message: EmbeddedQuestion | { readonly directory: string }) =>
    new Promise<object[]>((resolve, reject) => {
      if (ended !== null) return reject(ended);
      waiting.push({ resolve, reject });
      child.send(message);
    });
  await send({ directory });
  return {
    get ended() {
      return ended !== null;
    },
    ask: (sql, parameters = []) => send({ sql, parameters }),
    async close() {
      if (ended === null) child.send("close" satisfies EmbeddedQuestion);
      await gone;
    },
  };
}

function errorOf(told: Exclude<EmbeddedAnswer, { rows: object[] }>): Error {
  if ("failure" in told) return new Failure(told.failure.code, told.failure.fields);
  return Object.assign(new Error(told.problem.message), told.problem.fields);
}
