import { declares } from "../lines/declared.js";
import { pullRequestsOfCommit } from "../lines/lift.js";
import type { Branch } from "./branch.js";
import type { FoundPick, FoundRevert } from "./evidence.js";
import type { Known } from "./known.js";
import { findSimilar } from "./similarity.js";
import type { SourceChange } from "./source-change.js";

/** Commits that do the opposite of a change to such a degree take it back, whatever they say. */
const OPPOSITE = 0.8;
/** A declared revert that takes less of the lines back means something else, or little. */
const DECLARED_OPPOSITE = 0.3;

/** The commits of a branch that take a change back, or one of its picks: by their words, or by doing the opposite. */
export function findRevertsOn(
  known: Known,
  branch: Branch,
  change: SourceChange,
  picks: readonly FoundPick[],
): FoundRevert[] {
  const { graph, index } = known;
  const holders = [...(branch.has(change.number) ? [change.number] : []), ...picks.map(({ order }) => order)];
  const reverts = new Set<number>();
  for (const holder of holders) {
    const later = (commit: number) => commit > holder && branch.has(commit);
    const opposite = new Map(findSimilar(index, holder, later, "opposite").map((each) => [each.commit, each]));
    for (const [commit, { dice }] of opposite) if (dice >= OPPOSITE) reverts.add(commit);
    const linesUnknown = index.worthOfCommit(holder) === 0;
    for (const commit of declaredReverts(known, holder, change, later)) {
      if (linesUnknown || (opposite.get(commit)?.contained ?? 0) >= DECLARED_OPPOSITE) reverts.add(commit);
    }
  }
  return [...reverts].sort((a, b) => a - b).map((order) => ({ commit: graph.id(order), order }));
}

function declaredReverts(
  { graph, declarations }: Known,
  holder: number,
  change: SourceChange,
  later: (commit: number) => boolean,
): number[] {
  const meant = [...new Set([holder, ...change.commits])].flatMap((commit) => graph.records[commit] ?? []);
  const numbers = [...change.pullRequests, ...pullRequestsOfCommit(graph, holder)];
  return [...declarations]
    .filter(([commit, declaration]) => later(commit) && meant.some((each) => declares(declaration, each, numbers)))
    .map(([commit]) => commit);
}
