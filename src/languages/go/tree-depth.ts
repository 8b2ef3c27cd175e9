import type { Declaration, Expression } from "../tree.js";
import type { Cursor } from "./cursor.js";

/**
 * No tree we hand out is deeper, so that whoever walks it by recursion stays
 * away from the end of the stack. Tables written as sums of strings reach a thousand.
 */
const DEEPEST_TREE = 2000;

/** How many nodes deep a tree grows within one level of nesting, long chains aside. */
const NODES_PER_NESTING = 10;

/** Rejects a text whose tree is too deep. The tree itself is only looked at when it might be. */
export function rejectDeepTree(cursor: Cursor, tree: Declaration | Expression): void {
  const atMost = (cursor.deepest + 1) * (cursor.longestChain + NODES_PER_NESTING);
  if (atMost > DEEPEST_TREE && isTooDeep(tree)) cursor.reject("nested too deeply", 0, 0);
}

/** Goes down level by level, because recursion is what has to be avoided. */
function isTooDeep(tree: object): boolean {
  let level: readonly object[] = [tree];
  for (let depth = 0; depth < DEEPEST_TREE; depth++) {
    level = level.flatMap(partsOf);
    if (level.length === 0) return false;
  }
  return true;
}

function partsOf(part: object): readonly object[] {
  return Object.values(part)
    .flat()
    .filter((value) => typeof value === "object" && value !== null);
}
