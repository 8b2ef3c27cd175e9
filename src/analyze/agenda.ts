import { posix } from "node:path";
import type { WantedName } from "../behavior/index.js";
import type { Needle } from "./needles.js";
import type { Tree } from "./tree.js";

/** What to look for, and the blobs in which it can be. */
export interface Search {
  readonly needles: readonly Needle[];
  readonly blobs: readonly string[];
}

/** A needle, and where it can be: in directories of this last name, or anywhere (null). */
interface Matter {
  readonly needle: Needle;
  readonly home: string | null;
}

/** Blobs that lie in directories of the same last names. */
interface Place {
  readonly homes: ReadonlySet<string>;
  readonly blobs: string[];
}

/**
 * Decides what is looked for where. Names and trees come one after the other; in the
 * end each name was looked for once in each blob that can hold it.
 */
export class Agenda {
  readonly #places: readonly Place[];
  readonly #admitted = new Set<string>();
  readonly #matters = new Map<string, Matter>();

  /** @param trees all that will ever be admitted */
  constructor(trees: readonly Tree[]) {
    this.#places = placesOf(trees);
  }

  /** Looks for all names so far in the blobs of these trees that are new. */
  admit(trees: readonly Tree[]): Search[] {
    const fresh = new Set<string>();
    for (const { blob } of trees.flat()) if (!this.#admitted.has(blob)) fresh.add(blob);
    for (const blob of fresh) this.#admitted.add(blob);
    return this.#searches([...this.#matters.values()], fresh);
  }

  /** Looks for the texts of a pack, which may be part of longer names. */
  seed(texts: readonly string[]): Search[] {
    return this.#add(texts.map((text) => ({ needle: { text, whole: false }, home: null })));
  }

  /** Looks for the names that were not wanted before, in all blobs admitted. */
  want(wanted: readonly WantedName[]): Search[] {
    return this.#add(
      wanted.map(({ name, within }) => ({
        needle: { text: name, whole: true },
        home: within === null ? null : homeOf(within),
      })),
    );
  }

  #add(matters: readonly Matter[]): Search[] {
    const fresh = matters.filter((matter) => {
      const { needle, home } = matter;
      const known = [`${needle.text}/`, `${needle.text}/${home ?? ""}`].some((key) => this.#matters.has(key));
      if (!known) this.#matters.set(`${needle.text}/${home ?? ""}`, matter);
      return !known;
    });
    return this.#searches(fresh, this.#admitted);
  }

  #searches(matters: readonly Matter[], among: ReadonlySet<string>): Search[] {
    const searches = new Map<string, { needles: readonly Needle[]; blobs: string[] }>();
    for (const { homes, blobs } of matters.length === 0 ? [] : this.#places) {
      const here = new Map<string, Needle>();
      for (const { needle, home } of matters) if (home === null || homes.has(home)) here.set(needle.text, needle);
      const asked = here.size === 0 ? [] : blobs.filter((blob) => among.has(blob));
      if (asked.length === 0) continue;
      const key = [...here.keys()].join("/");
      const search = searches.get(key);
      if (search === undefined) searches.set(key, { needles: [...here.values()], blobs: asked });
      else search.blobs.push(...asked);
    }
    return [...searches.values()];
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
