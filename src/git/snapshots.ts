import type { PathFilter, Snapshot, SourceEntry } from "./contract.js";
import type { Objects } from "./objects.js";
import { walkTree } from "./tree.js";

/** A directory of one path and content; commits that agree on it share the node. */
interface Directory {
  /** Empty for the root, else with a trailing slash. */
  readonly path: string;
  readonly tree: string;
  /** In git's order, files and directories mixed. */
  readonly children: (SourceEntry | Directory)[];
  problem: string | null;
}

/**
 * Lists the files of commits. Trees are read level by level; a directory that
 * several commits share is asked, read and filtered once, whatever their number.
 * Entries come in the order of `git ls-tree -r`.
 */
export async function readSnapshots(
  objects: Objects,
  commits: readonly string[],
  accept: PathFilter,
): Promise<Snapshot[]> {
  const directories = new Directories();
  const roots = await readRoots(objects, commits, directories);
  for (let level = directories.takeNew(); level.size > 0; level = directories.takeNew())
    await readLevel(objects, level, directories, accept);
  return commits.map((commit) => {
    const root = roots.get(commit);
    return root === undefined
      ? { commit, entries: [], problems: [`commit ${commit} is not in this clone`] }
      : flatten(commit, root);
  });
}

/** Every directory met so far, once per path and tree. */
class Directories {
  readonly #known = new Map<string, Directory>();
  #new = new Map<string, Directory[]>();

  at(path: string, tree: string): Directory {
    const key = `${tree}${path}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const directory: Directory = { path, tree, children: [], problem: null };
    this.#known.set(key, directory);
    const sameTree = this.#new.get(tree);
    if (sameTree === undefined) this.#new.set(tree, [directory]);
    else sameTree.push(directory);
    return directory;
  }

  /** The directories met since the last call, by tree. */
  takeNew(): Map<string, Directory[]> {
    const taken = this.#new;
    this.#new = new Map();
    return taken;
  }
}

async function readRoots(
  objects: Objects,
  commits: readonly string[],
  directories: Directories,
): Promise<Map<string, Directory>> {
  const roots = new Map<string, Directory>();
  await objects.read(new Set(commits), (commit, object) => {
    const tree =
      object.type === "commit"
        ? /^tree ([0-9a-f]+)\n/.exec(object.content?.toString("latin1", 0, 80) ?? "")?.[1]
        : undefined;
    if (tree !== undefined) roots.set(commit, directories.at("", tree));
  });
  return roots;
}

async function readLevel(
  objects: Objects,
  level: ReadonlyMap<string, Directory[]>,
  directories: Directories,
  accept: PathFilter,
): Promise<void> {
  await objects.read(level.keys(), (tree, { type, content, problem }) => {
    for (const directory of level.get(tree) ?? []) {
      if (type === "tree" && content !== null) fill(directory, content, directories, accept);
      else directory.problem = `${nameOf(directory)} cannot be listed: tree ${tree} is ${problem ?? `a ${type}`}`;
    }
  });
}

function fill(directory: Directory, content: Buffer, directories: Directories, accept: PathFilter): void {
  const idBytes = directory.tree.length / 2;
  const whole = walkTree(content, idBytes, (kind, name, idAt) => {
    if (kind === "other") return;
    const path = directory.path + name + (kind === "directory" ? "/" : "");
    if (!accept(path)) return;
    const id = content.toString("hex", idAt, idAt + idBytes);
    directory.children.push(kind === "directory" ? directories.at(path, id) : { path, blob: id });
  });
  if (!whole) directory.problem = `${nameOf(directory)} is listed in part: tree ${directory.tree} is cut short`;
}

function nameOf(directory: Directory): string {
  return directory.path === "" ? "the root directory" : directory.path;
}

function flatten(commit: string, root: Directory): Snapshot {
  const entries: SourceEntry[] = [];
  const problems: string[] = [];
  const visit = (directory: Directory): void => {
    if (directory.problem !== null) problems.push(directory.problem);
    for (const child of directory.children) {
      if ("blob" in child) entries.push(child);
      else visit(child);
    }
  };
  visit(root);
  return { commit, entries, problems };
}
