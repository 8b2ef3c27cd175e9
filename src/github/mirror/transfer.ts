import { join } from "node:path";
import { Failure } from "../../primitives/index.js";
import type { MirrorLimits, MirrorRequest } from "./contract.js";
import { fetchFailure, fetchTroubleOf } from "./fetch-trouble.js";
import { sizeOf } from "./folder-size.js";
import { type Ending, runGuarded } from "./guarded-git.js";
import { fetchEnvironment } from "./mirror-environment.js";
import { nameOf, parseRepositoryUrl } from "./repository-url.js";

/** What is on our disk does not let itself be brought up to date. */
export class DamagedMirror extends Error {}

/**
 * Fetches all branches and the heads of pull requests into a bare repository, and drops
 * branches that are gone. Returns the pull requests that GitHub has no head of.
 * Fails as `Mirrors.fetch` does, or with `DamagedMirror`.
 */
export async function transfer(
  directory: string,
  request: MirrorRequest,
  limits: MirrorLimits,
  signal: AbortSignal,
): Promise<number[]> {
  const url = parseRepositoryUrl(request.url);
  const repository = nameOf(url);
  const wanted = new Set(request.pullRequests);
  const missing: number[] = [];
  const timeout = AbortSignal.timeout(limits.timeout);
  const either = AbortSignal.any([signal, timeout]);
  let token = await request.token();
  for (let tokens = 1; ; ) {
    const ending = await fetchOnce(directory, url, token, wanted, limits.mirrorBytes, either);
    if (signal.aborted) throw new Failure("interrupted");
    if (timeout.aborted) throw new Failure("mirror.timeout", { repository, seconds: Math.ceil(limits.timeout / 1000) });
    if (ending.refused) throw tooLarge(repository, limits);
    const trouble = fetchTroubleOf(ending);
    if (trouble === null) return missing;
    if (trouble.kind === "no-head" && wanted.delete(trouble.number)) {
      missing.push(trouble.number);
    } else if (trouble.kind === "unauthorized" && tokens === 1) {
      // It may have ended while we fetched.
      token = await request.token();
      tokens += 1;
    } else if (trouble.kind === "damaged") {
      throw new DamagedMirror(trouble.detail);
    } else {
      throw fetchFailure(trouble, repository);
    }
  }
}

function tooLarge(repository: string, { mirrorBytes }: MirrorLimits): Failure {
  return new Failure("mirror.too-large", { repository, megabytes: Math.floor(mirrorBytes / 2 ** 20) });
}

function fetchOnce(
  directory: string,
  url: URL,
  token: string,
  pullRequests: Iterable<number>,
  mirrorBytes: number,
  signal: AbortSignal,
): Promise<Ending> {
  const heads = [...pullRequests].sort((a, b) => a - b).map((number) => `refs/pull/${number}/head`);
  const refs = ["refs/heads/*:refs/heads/*", ...heads.map((head) => `${head}:${head}`)];
  const words = [
    "fetch",
    "--prune",
    "--no-tags",
    "--no-write-fetch-head",
    "--no-recurse-submodules",
    // What it tells of its progress is what makes it notice that we are gone: the pipe is closed.
    "--progress",
    "--stdin",
    "--end-of-options",
    url.href,
  ];
  const command = { words, directory, environment: fetchEnvironment(directory, url, token) };
  const input = refs.map((ref) => `+${ref}\n`).join("");
  const objects = join(directory, "objects");
  return runGuarded({ ...command, input }, { signal, mayGoOn: async () => (await sizeOf(objects)) <= mirrorBytes });
}
