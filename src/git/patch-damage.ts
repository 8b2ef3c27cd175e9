import { once } from "../primitives/index.js";
import { runLines } from "./line-stream.js";
import { inputOf, keyOf, type PatchRequest } from "./patch-request.js";
import { unquotePath } from "./patch-text.js";
import { type PresentObjects, readPresentObjects } from "./present-objects.js";
import { GitStreams } from "./streams.js";

/** A file of a commit that could not be compared, because an object is missing. `path` is null where a tree is. */
export interface UnreadFile {
  readonly commit: string;
  readonly path: string | null;
  /** The missing object; empty where git did not name it. */
  readonly object: string;
}

/** What is missing, by the key of the request that needs it. */
export type Damage = Map<string, UnreadFile[]>;

interface ComparedFile {
  readonly key: string;
  readonly commit: string;
  readonly path: string;
  readonly objects: readonly string[];
}

const RAW = [
  "diff-tree",
  "--stdin",
  "-r",
  "--root",
  "--always",
  "--raw",
  "--no-abbrev",
  "--no-renames",
  "--ignore-submodules=all",
];
/** `:modes ids status<TAB>path`: https://git-scm.com/docs/git-diff-tree#_raw_output_format */
const RAW_LINE = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*\t(.*)$/;
/** The id that stands for "no file". */
const NOTHING = /^0+$/;

/** Finds which files of which comparisons cannot be read. */
export type FindDamage = (requests: readonly PatchRequest[]) => Promise<Damage>;

/** For one reading: what a partial clone holds is listed once for all of it. */
export function damageFinder(gitDirectory: string): FindDamage {
  const present = once(() => readPresentObjects(new GitStreams(gitDirectory)));
  return (requests) => findDamage(gitDirectory, requests, present);
}

/** Lists the files from the trees, and asks for each blob whether it is there. */
async function findDamage(
  gitDirectory: string,
  requests: readonly PatchRequest[],
  present: () => Promise<PresentObjects>,
): Promise<Damage> {
  const damage: Damage = new Map();
  const files: ComparedFile[] = [];
  for (let from = 0; from < requests.length; ) {
    const { listed, words } = await listFiles(gitDirectory, requests.slice(from), files);
    const broken = requests[from + listed];
    if (words === null || broken === undefined) break;
    damage.set(keyOf(broken), [
      { commit: broken.commit, path: null, object: /[0-9a-f]{40,64}/.exec(words)?.[0] ?? "" },
    ]);
    from += listed + 1;
  }
  const missing = await findMissing(gitDirectory, new Set(files.flatMap((file) => file.objects)), present);
  for (const { key, commit, path, objects } of files) {
    const object = objects.find((id) => missing.has(id));
    if (object === undefined) continue;
    const found = damage.get(key);
    if (found === undefined) damage.set(key, [{ commit, path, object }]);
    else found.push({ commit, path, object });
  }
  return damage;
}

/** Adds the files that differ; `listed` comparisons were listed when git ended, in peace or with these words. */
async function listFiles(
  gitDirectory: string,
  requests: readonly PatchRequest[],
  files: ComparedFile[],
): Promise<{ listed: number; words: string | null }> {
  let listed = 0;
  const words = await runLines(gitDirectory, RAW, inputOf(requests), (line) => {
    const match = RAW_LINE.exec(line);
    const request = requests[listed - 1];
    if (match === null) listed += line === "" ? 0 : 1;
    else if (request !== undefined) {
      const [, before = "", after = "", path = ""] = match;
      const objects = [before, after].filter((id) => !NOTHING.test(id));
      files.push({ key: keyOf(request), commit: request.commit, path: unquotePath(path), objects });
    }
  });
  return { listed, words };
}

async function findMissing(
  gitDirectory: string,
  objects: ReadonlySet<string>,
  present: () => Promise<PresentObjects>,
): Promise<Set<string>> {
  const missing = new Set<string>();
  const command = ["cat-file", "--batch-check", "--buffer"];
  const words = await runLines(gitDirectory, command, [...objects].join("\n"), (line) => {
    if (line.endsWith(" missing")) missing.add(line.slice(0, line.indexOf(" ")));
  });
  if (words === null) return missing;
  // In a partial clone git does not say that an object is missing: it wants to fetch it, may not, and dies.
  const here = await present();
  return new Set([...objects].filter((id) => !here.has(id)));
}
