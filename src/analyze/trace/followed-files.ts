import { behaviorKey, type RefBehavior, seedNames } from "../../behavior/index.js";
import type { HistoryCommit, Repository, Snapshot } from "../../git/index.js";
import { perObject } from "../../primitives/index.js";
import type { Pack } from "../../rules/index.js";
import { needleFinder } from "../needles.js";
import type { ScanResult } from "../scan.js";

/**
 * The files that the behavior of today's refs comes from: those that say a name of the packs, and those that a
 * cell shows. Into others it was only looked on the way; they are followed where a ref would behave otherwise
 * without them.
 */
export function filesFromHeads({ packs, textsIn, evaluate }: ScanResult, snapshots: readonly Snapshot[]): Set<string> {
  const names = packs.flatMap(({ pack }) => seedNames(pack).names);
  const trees = snapshots.map(({ entries }) => entries.filter(({ blob }) => textsIn(blob).length > 0));
  const blobs = [...new Set(trees.flat().map(({ blob }) => blob))];
  const naming = new Set(
    blobs.filter((blob) => textsIn(blob).some((text) => names.some((name) => text.includes(name)))),
  );
  const named = trees.flat().filter(({ blob }) => naming.has(blob));
  const shown = [...new Set(packs.flatMap(({ behaviors }) => behaviors))].flatMap(filesShown);
  const enough = new Set([...named.map(({ path }) => path), ...shown]);
  const few = trees.map((tree) => tree.filter(({ path }) => enough.has(path)));
  const needed = packs.flatMap(({ pack, behaviors }) => {
    const alone = evaluate(pack, few);
    return trees.filter((_, index) => keyOf(behaviors[index]) !== keyOf(alone[index]));
  });
  return new Set([...enough, ...needed.flat().map(({ path }) => path)]);
}

function keyOf(behavior: RefBehavior | undefined): string {
  return behavior === undefined ? "" : keyOfBehavior(behavior);
}
const keyOfBehavior = perObject(behaviorKey);

/** The files that a cell, an operation or a writer shows. */
function filesShown({ stages, unplaced, operations, writers }: RefBehavior): string[] {
  const calls = [...unplaced, ...stages.flatMap((each) => each.calls)].map(({ call }) => call);
  return [...calls, ...calls.flatMap(({ via }) => via), ...operations, ...writers].flatMap(({ file }) => file ?? []);
}

/** The files that one of the packs' names was ever written into: every version of every source is read once. */
export async function filesFromHistory(
  commits: Iterable<HistoryCommit>,
  packs: readonly Pack[],
  repository: Repository,
): Promise<Set<string>> {
  const paths = new Map<string, string[]>();
  for (const { changes } of commits) {
    for (const { path, after } of changes) {
      if (after === null) continue;
      const known = paths.get(after);
      if (known === undefined) paths.set(after, [path]);
      else known.push(path);
    }
  }
  const texts = new Set(packs.flatMap((pack) => seedNames(pack).names));
  const find = needleFinder([...texts].map((text) => ({ text, whole: false })));
  const found = new Set<string>();
  await repository.readBlobs(paths.keys(), (blob, content) => {
    if (content !== null && find(content).length > 0) for (const path of paths.get(blob) ?? []) found.add(path);
  });
  return found;
}
