import { seedNames } from "../../behavior/index.js";
import type { HistoryCommit, Repository, Snapshot } from "../../git/index.js";
import type { Pack } from "../../rules/index.js";
import { needleFinder } from "../needles.js";
import type { ScanResult } from "../scan.js";

/** The files that hold the behavior on any of today's refs. */
export function filesFromHeads({ holds }: ScanResult, snapshots: readonly Snapshot[]): Set<string> {
  return new Set(snapshots.flatMap(({ entries }) => entries.filter(({ blob }) => holds(blob)).map(({ path }) => path)));
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
