import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/**
 * The commits at which a shallow clone ends; git shows them without parents. A linked worktree has
 * them from the repository that it belongs to: see `git help gitrepository-layout`, `commondir` and `shallow`.
 */
export async function readShallow(gitDirectory: string): Promise<ReadonlySet<string>> {
  const [common = ""] = await linesOf(resolve(gitDirectory, "commondir"));
  return new Set(await linesOf(resolve(gitDirectory, common, "shallow")));
}

/** None where there is no such file. */
async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.split(/\r?\n/).filter((line) => line !== "");
}
