import { posix } from "node:path";
import { isPackage, type WantedName } from "../behavior/index.js";
import type { Tree } from "./tree.js";

/** Some names, and the blobs in which they can occur. */
export interface Search {
  /** Sorted. */
  readonly names: readonly string[];
  readonly blobs: readonly string[];
}

/** Blobs that lie in the same directories. */
interface Place {
  readonly directories: ReadonlySet<string>;
  readonly blobs: readonly string[];
}

/** Decides what is looked for where; nothing is looked for twice. */
export class Agenda {
  readonly #places: readonly Place[];
  readonly #taken = new Set<string>();

  constructor(trees: readonly Tree[]) {
    this.#places = placesOf(trees);
  }

  /** Searches for the names that were not wanted before; a blob is in one of them at most. */
  searchesFor(wanted: readonly WantedName[]): Search[] {
    const fresh = this.#take(wanted);
    const searches = new Map<string, { names: readonly string[]; blobs: string[] }>();
    if (fresh.length === 0) return [];
    for (const { directories, blobs } of this.#places) {
      const names = namesWithin(directories, fresh);
      if (names.length === 0) continue;
      const key = names.join("\n");
      const search = searches.get(key) ?? { names, blobs: [] };
      search.blobs.push(...blobs);
      searches.set(key, search);
    }
    return [...searches.values()];
  }

  #take(wanted: readonly WantedName[]): WantedName[] {
    return wanted.filter(({ name, within }) => {
      if (this.#taken.has(`${name}\n`) || this.#taken.has(`${name}\n${within ?? ""}`)) return false;
      this.#taken.add(`${name}\n${within ?? ""}`);
      return true;
    });
  }
}

function namesWithin(directories: ReadonlySet<string>, wanted: readonly WantedName[]): string[] {
  const here = wanted.filter(
    ({ within }) => within === null || [...directories].some((directory) => isPackage(within, directory)),
  );
  return [...new Set(here.map(({ name }) => name))].sort();
}

/** All distinct blobs in the order of their paths: git reads what is alike faster when it is asked in a row. */
function placesOf(trees: readonly Tree[]): Place[] {
  const directories = new Map<string, Set<string>>();
  for (const [path, blobs] of blobsByPath(trees)) {
    for (const blob of blobs) {
      const known = directories.get(blob);
      if (known === undefined) directories.set(blob, new Set([posix.dirname(path)]));
      else known.add(posix.dirname(path));
    }
  }
  const places = new Map<string, { directories: ReadonlySet<string>; blobs: string[] }>();
  for (const [blob, inside] of directories) {
    const key = [...inside].join("\n");
    const place = places.get(key);
    if (place === undefined) places.set(key, { directories: inside, blobs: [blob] });
    else place.blobs.push(blob);
  }
  return [...places.values()];
}

function blobsByPath(trees: readonly Tree[]): [path: string, blobs: ReadonlySet<string>][] {
  const paths = new Map<string, Set<string>>();
  for (const tree of trees) {
    for (const { path, blob } of tree) {
      const blobs = paths.get(path);
      if (blobs === undefined) paths.set(path, new Set([blob]));
      else blobs.add(blob);
    }
  }
  return [...paths].sort(([a], [b]) => (a < b ? -1 : 1));
}
