import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { runLines } from "./line-stream.js";

/** The commits at which a shallow clone ends; git shows them without parents. */
export async function readShallow(gitDirectory: string): Promise<ReadonlySet<string>> {
  let file = "";
  await runLines(gitDirectory, ["rev-parse", "--git-path", "shallow"], "", (line) => {
    file ||= line;
  });
  const text = await readFile(resolve(gitDirectory, file), "latin1").catch(() => "");
  return new Set(text.split(/\r?\n/).filter((line) => line !== ""));
}
