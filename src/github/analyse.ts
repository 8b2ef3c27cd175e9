import { type ChildProcess, fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure, passedEnvironment } from "../primitives/index.js";
import { InvalidFile } from "../rules/index.js";
import type { Analysis, AnalysisRequest, Told } from "./analysis/index.js";
import { standBack } from "./stand-back.js";

/** Beside this file, or beside the bundle that holds it, which lies as deep. */
const script = fileURLToPath(new URL(`../github/analyse-child${extname(import.meta.url)}`, import.meta.url));

/** What the other process may know of this one; nothing of it is secret. */
const PASSED = ["PATH", "HOME", "XDG_CACHE_HOME", "TMPDIR", "TZ", "LC_ALL", "NODE_OPTIONS"];

/**
 * Looks at a change in a process of its own, so that deliveries are answered meanwhile, and that a
 * repository which takes too much of anything harms nobody else. Aborting ends that process.
 */
export async function analyse(request: AnalysisRequest, signal: AbortSignal): Promise<Analysis> {
  signal.throwIfAborted();
  const child = fork(script, { env: passedEnvironment(PASSED), stdio: ["ignore", "ignore", "ignore", "ipc"] });
  standBack(child);
  const end = () => child.kill("SIGKILL");
  signal.addEventListener("abort", end);
  try {
    child.send(request);
    const told = await answerOf(child);
    signal.throwIfAborted();
    if (told.kind === "done") return told.value;
    throw errorOf(told);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", end);
    end();
  }
}

function answerOf(child: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    child.once("message", (told) => resolve(told as Told));
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`the analysis ended without an answer (${signal ?? code})`)));
  });
}

/** What was thrown there, as it would have been thrown here. */
function errorOf(told: Exclude<Told, { kind: "done" }>): Error {
  if (told.kind === "failure") return new Failure(told.code, told.fields);
  if (told.kind === "invalid-file") return new InvalidFile(told.code, told.file, told.problems);
  const { name, message, stack } = told;
  return Object.assign(new Error(message), { name, stack });
}
