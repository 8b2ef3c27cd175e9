import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { standBack } from "../stand-back.js";

/** So much of what git complains about is kept. */
const WORDS = 16_384;
/** Milliseconds that git has to clean up after itself when it is told to stop. */
const GRACE = 2_000;
/** Milliseconds between two looks at what is allowed. */
const LOOK = 250;

export interface GuardedCommand {
  readonly words: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** What makes git stop before it is done. */
export interface Guard {
  readonly signal: AbortSignal;
  /** Whether it may go on; asked several times a second. */
  readonly mayGoOn?: () => Promise<boolean>;
}

/** How git ended. */
export interface Ending {
  /** Null when git could not be started, or a signal ended it. */
  readonly code: number | null;
  readonly output: string;
  /** The last of what it said on standard error. */
  readonly complaints: string;
  readonly refused: boolean;
}

/**
 * Runs git as the leader of a process group, so that stopping it stops whatever it
 * has started. Never fails: the ending tells.
 */
export async function runGuarded({ words, directory, environment, input = "" }: GuardedCommand, guard: Guard) {
  if (guard.signal.aborted) return { code: null, output: "", complaints: "", refused: false };
  const child = spawn("git", words, { cwd: directory, env: environment, detached: true, stdio: "pipe" });
  standBack(child);
  const output: Buffer[] = [];
  let complaints = "";
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => {
    complaints = (complaints + chunk.toString("utf8")).slice(-WORDS);
  });
  const closed = new Promise<number | null>((resolve) => {
    child.on("error", (error) => {
      complaints += error.message;
      resolve(null);
    });
    child.on("close", resolve);
  });
  const stop = () => void stopGroup(child, closed);
  guard.signal.addEventListener("abort", stop);
  const refused = watch(closed, guard, stop);
  const code = await closed;
  guard.signal.removeEventListener("abort", stop);
  const ending: Ending = {
    code,
    output: Buffer.concat(output).toString("utf8"),
    complaints,
    refused: await refused,
  };
  return ending;
}

/** Looks whether git may go on, and stops it when not; tells whether it did. */
async function watch(closed: Promise<unknown>, { mayGoOn }: Guard, stop: () => void): Promise<boolean> {
  if (mayGoOn === undefined) return false;
  const done = closed.then(() => true);
  for (;;) {
    const over = await Promise.race([done, sleep(LOOK, false, { ref: false })]);
    // What was written between the last look and the end counts, too.
    const refused = !(await mayGoOn());
    if (refused && !over) stop();
    if (refused || over) return refused;
  }
}

async function stopGroup({ pid }: ChildProcess, closed: Promise<unknown>): Promise<void> {
  if (pid === undefined) return;
  signalGroup(pid, "SIGTERM");
  // Closed means that nobody of the group is left who could speak to us.
  const ended = await Promise.race([closed.then(() => true), sleep(GRACE, false, { ref: false })]);
  if (!ended) signalGroup(pid, "SIGKILL");
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left of the group.
  }
}
