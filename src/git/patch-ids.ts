import { spawn } from "node:child_process";
import { gitEnvironment } from "./environment.js";
import { gitFailure } from "./git-failure.js";
import { damageFinder } from "./patch-damage.js";
import { inputOf, keyOf, type PatchRequest } from "./patch-request.js";

const PATCHES = [
  "diff-tree",
  "--stdin",
  "-r",
  "--root",
  "--patch",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--no-renames",
];
const IDS = ["patch-id", "--stable"];

/**
 * The ids by which `git patch-id --stable` says that two commits make the same
 * patch, context included, by commit (https://git-scm.com/docs/git-patch-id). A commit
 * without a patch, or with a missing blob, has none: a witness that did not come.
 */
export async function readPatchIds(
  gitDirectory: string,
  requests: readonly PatchRequest[],
): Promise<Map<string, string>> {
  if (requests.length === 0) return new Map();
  const { ids, died } = await run(gitDirectory, requests);
  if (!died) return ids;
  const damage = await damageFinder(gitDirectory)(requests);
  return (
    await run(
      gitDirectory,
      requests.filter((request) => !damage.has(keyOf(request))),
    )
  ).ids;
}

function run(
  gitDirectory: string,
  requests: readonly PatchRequest[],
): Promise<{ ids: Map<string, string>; died: boolean }> {
  return new Promise((resolve, reject) => {
    const options = { cwd: gitDirectory, env: gitEnvironment(gitDirectory), windowsHide: true };
    const patches = spawn("git", PATCHES, { ...options, stdio: ["pipe", "pipe", "ignore"] });
    const ids = spawn("git", IDS, { ...options, stdio: ["pipe", "pipe", "ignore"] });
    let text = "";
    let died = false;
    const fail = (error: Error) => reject(gitFailure(IDS[0] ?? "", gitDirectory, error.message, error));
    for (const child of [patches, ids]) child.on("error", fail);
    // A broken pipe means that the other side ended, which its end tells.
    for (const pipe of [patches.stdin, ids.stdin]) pipe.on("error", () => undefined);
    patches.on("exit", (code) => {
      died = code !== 0;
    });
    patches.stdout.pipe(ids.stdin);
    ids.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
    });
    ids.on("close", () => resolve({ ids: parseIds(text), died }));
    patches.stdin.end(inputOf(requests));
  });
}

/** `patch-id commit`, one line for each commit. */
function parseIds(text: string): Map<string, string> {
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line): [string, string] => {
      const [id = "", commit = ""] = line.split(" ");
      return [commit, id];
    }),
  );
}
