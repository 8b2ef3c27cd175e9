import type { Tree } from "./tree.js";

/**
 * Trees that together hold as many different blobs as so many trees can, or nearly: each is the one
 * that adds most to those before it (https://en.wikipedia.org/wiki/Maximum_coverage_problem).
 */
export function chooseScouts(trees: readonly Tree[], count: number): Tree[] {
  const held = new Set<string>();
  // What a tree adds can only become less: a tree that added little before need not be asked again.
  const added = new Map(trees.map((tree) => [tree, tree.length]));
  const chosen: Tree[] = [];
  while (chosen.length < count && added.size > 0) {
    let [best, most]: [Tree, number] = [[], -1];
    for (const [tree, atMost] of added) {
      if (atMost <= most) continue;
      const adds = tree.filter(({ blob }) => !held.has(blob)).length;
      added.set(tree, adds);
      if (adds > most) [best, most] = [tree, adds];
    }
    added.delete(best);
    for (const { blob } of best) held.add(blob);
    chosen.push(best);
  }
  return chosen;
}
