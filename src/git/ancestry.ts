import type { Commands } from "./commands.js";
import type { GitStreams } from "./streams.js";

const LINE_FEED = 10;

/** The best common ancestor of two commits, null when their histories never meet (in this clone). */
export async function findMergeBase(commands: Commands, a: string, b: string): Promise<string | null> {
  return (await commands.run("merge-base", "--end-of-options", a, b)).split("\n")[0] || null;
}

/** Those of the commits that are the ancestor or have it in their history; one walk answers for all of them. */
export async function findDescendants(
  streams: GitStreams,
  ancestor: string,
  commits: readonly string[],
): Promise<Set<string>> {
  const asked = new Set(commits);
  const found = new Set(commits.filter((commit) => commit === ancestor));
  if (asked.size === found.size) return found;
  const command = ["rev-list", "--ancestry-path", "--stdin"];
  const input = [`^${ancestor}`, ...asked, ""].join("\n");
  for await (const lines of streams.parts(LINE_FEED, command, input))
    for (const line of lines.map(String)) if (asked.has(line)) found.add(line);
  return found;
}
