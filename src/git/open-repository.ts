import { stat } from "node:fs/promises";
import { resolve as resolvePath } from "node:path";
import { Failure, once } from "../primitives/index.js";
import { findDescendants, findMergeBase } from "./ancestry.js";
import { batchDialect } from "./batch-dialect.js";
import { openCommands } from "./commands.js";
import { readCommits } from "./commit-record.js";
import { readConfig } from "./config.js";
import type { Repository } from "./contract.js";
import { readDefaultRefs } from "./default-refs.js";
import { readFirstParents } from "./first-parents.js";
import { readHistory } from "./history.js";
import { ObjectReader } from "./object-reader.js";
import { openObjects } from "./objects.js";
import { readPullRequestHeads } from "./pull-requests.js";
import { readBlobs } from "./read-blobs.js";
import { resolveRefs } from "./resolve-refs.js";
import { readSnapshots } from "./snapshots.js";
import { GitStreams } from "./streams.js";
import { checkVersion } from "./version.js";
import { findWebUrl } from "./web-url.js";

/**
 * Opens the repository that holds `directory`: an ordinary clone (or any folder in it),
 * a bare or mirror one, a linked worktree, a shallow or partial clone. Nothing is ever
 * written or fetched. Call `close()` when done.
 *
 * Fails with `no-such-directory`, `not-a-repository`, `git-not-found`, `git-too-old`,
 * `repository-damaged`, `git-failed`.
 */
export async function openRepository(directory: string): Promise<Repository> {
  const start = resolvePath(directory);
  if (!(await isDirectory(start))) throw new Failure("no-such-directory", { directory });
  const { gitDirectory, bare, version, config } = await lookAround(start);
  const commands = openCommands(gitDirectory, gitDirectory);
  const streams = new GitStreams(gitDirectory);
  const reader = new ObjectReader(gitDirectory, batchDialect(version));
  const objects = openObjects(reader, streams, config.partial);
  return {
    gitDirectory,
    workTree: () => findWorkTree(start),
    resolve: (refs) => resolveRefs(commands, objects, config.remotes, refs),
    defaultRefs: once(() => readDefaultRefs(commands, config.remotes, bare)),
    snapshots: (commits, accept) => readSnapshots(objects, commits, accept),
    readBlobs: (blobs, onBlob, limit) => readBlobs(objects, blobs, onBlob, limit),
    history: (from, options) => readHistory(gitDirectory, streams, [from].flat(), options),
    firstParents: (tips) => readFirstParents(gitDirectory, streams, tips),
    mergeBase: (a, b) => findMergeBase(commands, a, b),
    descendants: once((ancestor, commits) => findDescendants(streams, ancestor, commits)),
    pullRequestHeads: () => readPullRequestHeads(commands),
    commitMessages: (commits) => readCommits(objects, commits),
    webUrl: async () => findWebUrl(config),
    close: async () => {
      await Promise.all([commands.close(), streams.close(), objects.close()]);
    },
  };
}

/** What must be known before a repository can be asked anything; to start a git takes time, so all start at once. */
async function lookAround(start: string) {
  const search = openCommands(start);
  const [words, found, config] = await Promise.allSettled([
    search.run("version"),
    search.run("rev-parse", "--is-bare-repository", "--absolute-git-dir"),
    readConfig(search),
  ]);
  if (words.status === "rejected") throw words.reason;
  const version = checkVersion(words.value);
  // An old git fails for its age, so its other complaints come second.
  if (found.status === "rejected") throw found.reason;
  if (config.status === "rejected") throw config.reason;
  // A directory's name may have line feeds.
  const { bare, gitDirectory = "" } =
    /^(?<bare>true|false)\r?\n(?<gitDirectory>.*?)\r?\n?$/s.exec(found.value)?.groups ?? {};
  return { gitDirectory, bare: bare === "true", version, config: config.value };
}

/** git ends with an error where there is no working tree. */
async function findWorkTree(start: string): Promise<string | null> {
  const root = await openCommands(start)
    .run("rev-parse", "--show-toplevel")
    .catch(() => "");
  return root.replace(/\r?\n$/, "") || null;
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
