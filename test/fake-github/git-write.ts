import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { git, NOTHING } from "./git-host.js";

/** When the little world begins: 2025-10-21 08:00 UTC, in seconds. */
const BEGIN = 1_761_033_600;

/** Writes a commit on top of a parent; null deletes a file. */
export async function writeCommit(
  directory: string,
  parent: string | null,
  message: string,
  files: Readonly<Record<string, string | null>>,
): Promise<string> {
  const env = { GIT_INDEX_FILE: join(directory, `index-${randomUUID()}`) };
  try {
    if (parent !== null) await git(directory, ["read-tree", parent], { env });
    for (const [path, content] of Object.entries(files)) {
      const blob = content === null ? NOTHING : await writeBlob(directory, content);
      const input = `${content === null ? "0" : "100644"} ${blob}\t${path}\0`;
      await git(directory, ["update-index", "-z", "--index-info"], { env, input });
    }
    const tree = await git(directory, ["write-tree"], { env });
    return await commitTree(directory, tree.trim(), parent === null ? [] : [parent], message);
  } finally {
    await rm(env.GIT_INDEX_FILE, { force: true });
  }
}

/** The commit that merging makes; fails where people would have to settle a conflict. */
export async function writeMerge(directory: string, base: string, head: string, message: string): Promise<string> {
  const tree = await git(directory, ["merge-tree", "--write-tree", base, head]);
  return commitTree(directory, tree.split("\n", 1)[0] ?? "", [base, head], message);
}

async function writeBlob(directory: string, content: string): Promise<string> {
  return (await git(directory, ["hash-object", "-w", "--stdin"], { input: content })).trim();
}

/** A commit's date is a minute after its first parent's, so that ids never move. */
async function commitTree(
  directory: string,
  tree: string,
  parents: readonly string[],
  message: string,
): Promise<string> {
  const [first] = parents;
  const before = first === undefined ? BEGIN : Number(await git(directory, ["log", "-1", "--format=%ct", first]));
  const date = `${before + 60} +0000`;
  const env = {
    GIT_AUTHOR_NAME: "Ada Port",
    GIT_AUTHOR_EMAIL: "ada@example.org",
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: "Ada Port",
    GIT_COMMITTER_EMAIL: "ada@example.org",
    GIT_COMMITTER_DATE: date,
  };
  const words = ["commit-tree", tree, ...parents.flatMap((parent) => ["-p", parent]), "-F", "-"];
  return (await git(directory, words, { env, input: message })).trim();
}
