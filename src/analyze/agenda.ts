import { posix } from "node:path";
import type { WantedName } from "../behavior/index.js";
import type { Tree } from "./tree.js";

/** Some names, and the blobs in which they can occur. */
export interface Search {
  /** Sorted. */
  readonly names: readonly string[];
  readonly blobs: readonly string[];
}

/** Blobs that lie in directories of the same last names. */
interface Place {
  readonly homes: ReadonlySet<string>;
  readonly blobs: string[];
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
    for (const { homes, blobs } of fresh.length === 0 ? [] : this.#places) {
      const here = fresh.filter(({ home }) => home === null || homes.has(home)).map(({ name }) => name);
      const names = [...new Set(here)].sort();
      if (names.length === 0) continue;
      const search = searches.get(names.join("\n"));
      if (search === undefined) searches.set(names.join("\n"), { names, blobs: [...blobs] });
      else search.blobs.push(...blobs);
    }
    return [...searches.values()];
  }

  #take(wanted: readonly WantedName[]): { readonly name: string; readonly home: string | null }[] {
    const fresh = [];
    for (const { name, within } of wanted) {
      const home = within === null ? null : homeOf(within);
      if (this.#taken.has(`${name}\n`) || this.#taken.has(`${name}\n${home ?? ""}`)) continue;
      this.#taken.add(`${name}\n${home ?? ""}`);
      fresh.push({ name, home });
    }
    return fresh;
  }
}

/**
 * The last name of a directory or of an import path. It is all that counts, so that a
 * package is the same place on branches that keep it elsewhere, or under another version.
 */
function homeOf(path: string): string {
  return posix.basename(path);
}

/** All distinct blobs in the order of their paths: git is faster when it is asked for what is alike in a row. */
function placesOf(trees: readonly Tree[]): Place[] {
  const homes = new Map<string, Set<string>>();
  for (const [path, blobs] of blobsByPath(trees)) {
    const home = homeOf(posix.dirname(path));
    for (const blob of blobs) {
      const known = homes.get(blob);
      if (known === undefined) homes.set(blob, new Set([home]));
      else known.add(home);
    }
  }
  const places = new Map<string, Place>();
  for (const [blob, inside] of homes) {
    const key = [...inside].join("/");
    const place = places.get(key);
    if (place === undefined) places.set(key, { homes: inside, blobs: [blob] });
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
