import type { Branch } from "./branch.js";
import type { FoundPick } from "./evidence.js";
import type { Known } from "./known.js";
import { contentLikeness, isAlike, wholeLikeness } from "./likeness.js";
import { findSimilar, type Similarity } from "./similarity.js";
import { isNamedBy, isNumberedBy, type SourceChange } from "./source-change.js";
import { plainSubject, subjectLikeness } from "./subject-likeness.js";

/** A number alone may be another repository's: then lines or words must agree a little too. */
const AGREES = { contained: 0.1, subject: 0.4 };
/** From this share of the whole on, the commits of one merge are together a pick of a merge. */
const TOGETHER = 0.5;

/** Those of the candidates that hold the change, with what says so. */
export function findPicksOn(
  known: Known,
  branch: Branch,
  change: SourceChange,
  candidates: readonly number[],
): FoundPick[] {
  const similar = new Map(findSimilar(known.index, change.number, branch.owns).map((each) => [each.commit, each]));
  const single = candidates.flatMap((commit) => judge(known, change, commit, similar.get(commit)) ?? []);
  return [...single, ...(change.commits.size > 1 ? togetherIn(known, change, candidates, similar) : [])];
}

function judge(
  known: Known,
  change: SourceChange,
  commit: number,
  similarity: Similarity | undefined,
): FoundPick | null {
  const { graph, origins, subjects } = known;
  const [source, other] = [graph.records[change.number], graph.records[commit]];
  if (source === undefined || other === undefined) return null;
  const identical = isIdentical(known, change.number, commit);
  const contained = identical ? 1 : (similarity?.contained ?? 0);
  const content = similarity === undefined ? 0 : contentLikeness(similarity);
  const likeness = wholeLikeness(content, source, other, subjects.get(plainSubject(source.subject)) ?? 0);
  const agrees = contained >= AGREES.contained || subjectLikeness(source.subject, other.subject) >= AGREES.subject;
  const origin = origins.get(commit);
  const witnesses: FoundPick["witnesses"][number][] = [];
  if (origin !== undefined && isNamedBy(change, origin)) witnesses.push("trailer");
  if (origin !== undefined && agrees && isNumberedBy(change, origin)) witnesses.push("number");
  if (identical) witnesses.push("patch-id");
  if (isAlike(content, likeness)) witnesses.push("similarity");
  return witnesses.length === 0 ? null : { commit: graph.id(commit), order: commit, witnesses, contained, likeness };
}

function isIdentical({ graph, patchIds }: Known, change: number, commit: number): boolean {
  const id = patchIds.get(graph.id(change));
  return id !== undefined && id === patchIds.get(graph.id(commit));
}

/** Merges of the branch whose commits hold a merged change between them. */
function togetherIn(
  { graph, subjects }: Known,
  change: SourceChange,
  candidates: readonly number[],
  similar: ReadonlyMap<number, Similarity>,
): FoundPick[] {
  const shares = new Map<number, number>();
  for (const commit of candidates) {
    const merge = graph.group(commit)?.merge;
    if (merge !== undefined) shares.set(merge, (shares.get(merge) ?? 0) + (similar.get(commit)?.contained ?? 0));
  }
  return [...shares].flatMap(([merge, share]): FoundPick[] => {
    const [source, other] = [graph.records[change.number], graph.records[merge]];
    if (share < TOGETHER || source === undefined || other === undefined) return [];
    const contained = Math.min(1, share);
    const likeness = wholeLikeness(contained, source, other, subjects.get(plainSubject(source.subject)) ?? 0);
    return [{ commit: graph.id(merge), order: merge, witnesses: ["similarity"], contained, likeness }];
  });
}
