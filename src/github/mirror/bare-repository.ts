import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../../primitives/index.js";
import { fetchFailure, fetchTroubleOf } from "./fetch-trouble.js";
import { type Ending, runGuarded } from "./guarded-git.js";
import { mirrorEnvironment } from "./mirror-environment.js";

/** So many packs are put together. */
const PACKS = 32;

/** Runs one git command in a mirror. */
async function run(directory: string, words: readonly string[], signal: AbortSignal, input = ""): Promise<Ending> {
  const ending = await runGuarded({ words, directory, environment: mirrorEnvironment(directory), input }, { signal });
  if (signal.aborted) throw new Failure("interrupted");
  if (ending.code === null && ending.complaints.includes("spawn git ENOENT")) throw new Failure("git-not-found");
  return ending;
}

async function must(directory: string, words: readonly string[], signal: AbortSignal, input = ""): Promise<string> {
  const ending = await run(directory, words, signal, input);
  const trouble = fetchTroubleOf(ending);
  if (trouble !== null) throw fetchFailure(trouble, directory);
  return ending.output;
}

/** Makes an empty bare repository without hooks, from no template. */
export async function initBare(directory: string, signal: AbortSignal): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await must(directory, ["init", "--quiet", "--bare", "--template=", "--object-format=sha1", directory], signal);
}

/** Whether the repository is there and every ref leads to an object that can be opened. */
export async function isSound(directory: string, signal: AbortSignal): Promise<boolean> {
  if (!(await stat(join(directory, "HEAD")).catch(() => null))?.isFile()) return false;
  const { code } = await run(directory, ["for-each-ref", "--format=%(objecttype)"], signal);
  return code === 0;
}

/** Drops the heads of pull requests that nobody wants any more. */
export async function dropPullRequests(directory: string, kept: readonly number[], signal: AbortSignal): Promise<void> {
  const refs = await must(directory, ["for-each-ref", "--format=%(refname)", "refs/pull/"], signal);
  const wanted = new Set(kept.map((number) => `refs/pull/${number}/head`));
  const dropped = refs.split("\n").filter((ref) => ref !== "" && !wanted.has(ref));
  if (dropped.length === 0) return;
  await must(directory, ["update-ref", "--stdin"], signal, dropped.map((ref) => `delete ${ref}\n`).join(""));
}

/** Lets HEAD name a branch, whether there is one of that name or not. */
export async function pointHead(directory: string, branch: string, signal: AbortSignal): Promise<void> {
  await must(directory, ["symbolic-ref", "HEAD", `refs/heads/${branch}`], signal);
}

/** Puts refs into one file and, when there are many packs, those into few. That it fails is no harm. */
export async function tidy(directory: string, signal: AbortSignal): Promise<void> {
  await run(directory, ["pack-refs", "--all"], signal);
  const names = await readdir(join(directory, "objects", "pack")).catch((): string[] => []);
  if (names.filter((name) => name.endsWith(".pack")).length < PACKS) return;
  await run(directory, ["repack", "-d", "--geometric=2", "--quiet"], signal);
}

/** Files that a git leaves behind that was killed. */
const LEFT = /(?:^|\/)(?:tmp_(?:pack|idx|rev|obj|graph|midx)_[^/]*|[^/]*\.lock)$/;

/** Clears away what a killed git has left: it would fill the disk, or be taken for a git that is at work. */
export async function clearLeftovers(directory: string): Promise<void> {
  const names = await readdir(directory, { recursive: true }).catch((): string[] => []);
  for (const name of names.filter((each) => LEFT.test(each))) await rm(join(directory, name), { force: true });
}
