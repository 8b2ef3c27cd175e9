import type { Patch } from "../../src/git/patches.js";
import { BlockKey, lineKey } from "../../src/history/lines/line-key.js";

/**
 * The same number for patches that remove and add the same lines in the same files:
 * what `git patch-id --stable` says, but without context lines and whatever the
 * order of hunks, so that all it takes for equal are equal here too.
 * Zero for a patch without lines. See https://git-scm.com/docs/git-patch-id
 */
export function patchIdentity(patch: Patch): number {
  return identity(patch, "forward");
}

/** The identity that the exact reverse of a patch has. */
export function reverseIdentity(patch: Patch): number {
  return identity(patch, "reverse");
}

function identity(patch: Patch, direction: "forward" | "reverse"): number {
  const removed = new BlockKey();
  const added = new BlockKey();
  let lines = 0;
  for (const { path, hunks } of patch.files) {
    const file = lineKey(path);
    for (const hunk of hunks) {
      const removedHere = hunkSide(removed, file, hunk.removed);
      lines += removedHere + hunkSide(added, file, hunk.added);
    }
  }
  if (lines === 0) return 0;
  return direction === "forward" ? BlockKey.ofHunk(removed, added) : BlockKey.ofHunk(added, removed);
}

function hunkSide(block: BlockKey, file: number, lines: readonly string[]): number {
  let counted = 0;
  for (const line of lines) {
    const key = lineKey(line);
    if (key === 0) continue;
    block.add((key ^ file) >>> 0);
    counted += 1;
  }
  return counted;
}
