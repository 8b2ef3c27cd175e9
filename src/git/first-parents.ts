import type { LineCommit } from "./contract.js";
import { readShallow } from "./shallow.js";
import type { GitStreams } from "./streams.js";

const LINE_FEED = 10;
/** A subject has no line feed. */
const FORMAT = "%H%x00%P%x00%s";

/** Reads the first-parent lines of commits; see the contract. What they share is read once. */
export async function readFirstParents(
  gitDirectory: string,
  streams: GitStreams,
  tips: readonly string[],
): Promise<Map<string, LineCommit>> {
  const commits = new Map<string, LineCommit>();
  if (tips.length === 0) return commits;
  const shallow = await readShallow(gitDirectory);
  const command = ["log", "--first-parent", "--encoding=UTF-8", "--no-color", `--format=tformat:${FORMAT}`, "--stdin"];
  for await (const lines of streams.parts(LINE_FEED, command, tips.map((tip) => `${tip}\n`).join(""))) {
    for (const line of lines) {
      const [commit = "", parents = "", subject = ""] = line.toString("utf8").split("\0");
      const [parent = ""] = parents.split(" ");
      commits.set(commit, { parent: parent === "" ? null : parent, subject, shallow: shallow.has(commit) });
    }
  }
  return commits;
}
