import type { Patch } from "../../src/git/patches.js";
import { isFix } from "../../src/history/lines/fix-subject.js";
import { lineKey } from "../../src/history/lines/line-key.js";
import { substance } from "../../src/history/lines/substance.js";
import type { History } from "./history.js";
import { reverseIdentity } from "./patch-identity.js";

/** What another method says: the commits it takes for undone, best first. */
export type Method = (history: History, patch: Patch, before: Uint8Array, excluded: ReadonlySet<number>) => number[];

/** The commit whose patch is the exact reverse; without context, so it finds a little more than `git patch-id`. */
export const inversePatchId: Method = ({ identities }, patch, before, excluded) => {
  const same = identities.get(reverseIdentity(patch)) ?? [];
  return same.filter((commit) => before[commit] === 1 && !excluded.has(commit)).reverse();
};

/** The rule of several silent-revert guards: a removed line equals a line that an earlier fix added to the same file. */
export const removedLineOfFix: Method = (history, patch, before, excluded) =>
  removedLines(history, patch, before, excluded, (commit) => isFix(history.graph.records[commit]?.subject ?? ""));

/** The same rule for any earlier commit. */
export const removedLineOfAny: Method = (history, patch, before, excluded) =>
  removedLines(history, patch, before, excluded, () => true);

/** Lines with less substance are in every file; the guards leave them out too. */
const TELLING = 0.5;

function removedLines(
  { index }: History,
  patch: Patch,
  before: Uint8Array,
  excluded: ReadonlySet<number>,
  counts: (commit: number) => boolean,
): number[] {
  const lines = new Map<number, number>();
  for (const { path, hunks } of patch.files) {
    const file = index.files.intern(path);
    const added = new Set(hunks.flatMap((hunk) => hunk.added.map(lineKey)));
    for (const text of new Set(hunks.flatMap((hunk) => hunk.removed))) {
      const line = index.line(lineKey(text));
      if (line < 0 || substance(text) < TELLING || added.has(lineKey(text))) continue;
      const adders = new Set<number>();
      for (const row of index.rowsOfLine(line)) {
        const commit = index.commitOfRow(row);
        if (index.countOfRow(row) > 0 && index.fileOfRow(row) === file && before[commit] === 1 && !excluded.has(commit))
          adders.add(commit);
      }
      for (const commit of adders) if (counts(commit)) lines.set(commit, (lines.get(commit) ?? 0) + 1);
    }
  }
  return [...lines.keys()].sort((a, b) => (lines.get(b) ?? 0) - (lines.get(a) ?? 0) || b - a);
}
