import type { LanguageFrontEnd } from "../languages/index.js";
import type { Pack } from "../rules/index.js";
import { HazardSearch } from "./hazard-search.js";
import { type TreeHazards, treeHazards } from "./hazards-of-tree.js";
import type { ReadBlobs } from "./held-blobs.js";
import type { Tree } from "./tree.js";

export interface PackHazards {
  readonly pack: Pack;
  /** In the order of the trees. */
  readonly trees: readonly TreeHazards[];
}

/**
 * Looks for the hazards of packs in several trees. Each distinct blob is read
 * once, only declarations that hold a needle are parsed, and each distinct text
 * is judged once. Trees may list more files than are read: a pack's `sources`
 * choose among them.
 */
export async function findHazards(
  packs: readonly Pack[],
  trees: readonly Tree[],
  read: ReadBlobs,
  language: LanguageFrontEnd,
): Promise<readonly PackHazards[]> {
  const searches = packs.map((pack) => new HazardSearch(pack, trees, language));
  await read([...new Set(searches.flatMap(({ blobs }) => [...blobs]))], (blob, content) => {
    for (const search of searches) search.look(blob, content);
  });
  return searches.map(({ pack, trees: sources, found }) => ({
    pack,
    trees: sources.map((tree) => treeHazards(tree, found)),
  }));
}
