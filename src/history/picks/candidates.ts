import type { Branch } from "./branch.js";
import type { Known } from "./known.js";
import { findSimilar } from "./similarity.js";
import { isNamedBy, isNumberedBy, type SourceChange } from "./source-change.js";

/** Similar commits of a branch that are looked at closely, for each commit of the change. */
const SIMILAR = 4;
/** No more of them than this, however many commits a merge brought. */
const MOST_SIMILAR = 40;

/** The commits of a branch that may hold a change: named, relatives by subject or author, or similar. */
export function findCandidates({ index, origins }: Known, branch: Branch, change: SourceChange): number[] {
  const named = branch.own.filter((commit) => {
    const origin = origins.get(commit);
    return origin !== undefined && (isNamedBy(change, origin) || isNumberedBy(change, origin));
  });
  const alike = findSimilar(index, change.number, branch.owns);
  const holding = alike.toSorted((a, b) => b.contained - a.contained);
  const most = Math.min(MOST_SIMILAR, SIMILAR * change.commits.size);
  const similar = [...alike.slice(0, most), ...holding.slice(0, most)].map(({ commit }) => commit);
  return [...new Set([...named, ...branch.relatives(change.number), ...similar])];
}
