import type { CommitRecord } from "../../src/git/index.js";
import type { CommitGraph } from "../../src/history/lines/commit-graph.js";
import { readDeclaration } from "../../src/history/lines/declared.js";
import type { LineIndex } from "../../src/history/lines/line-index.js";
import { pullRequestsOf } from "../../src/history/lines/pull-request.js";

/** A commit of the main branch and its pick on another branch, as the messages say. */
export interface Pair {
  readonly source: number;
  readonly pick: number;
  /** The branch, by its place in the list of heads. */
  readonly branch: number;
  readonly by: "trailer" | "number";
}

const TRAILER = /\(cherry[- ]picked from commit ([0-9a-f]{7,40})\)/g;
const PICKED = /(?:cherry[- ]?pick|back[- ]?port)[^\n]{0,60}?#(\d+)/gi;

/**
 * Reads the truth from messages: a trailer that names a commit of the main branch, else a pull request number that exactly one
 * commit there has. The numbers that reverts quote, and pull requests of several commits, are left out.
 * A commit that is on several branches is taken once.
 *
 * @param heads the main branch first
 */
export function findPairs(graph: CommitGraph, index: LineIndex, heads: readonly string[], onMain: Uint8Array): Pair[] {
  const byNumber = sourcesByNumber(graph, onMain);
  const taken = new Uint8Array(onMain);
  const pairs: Pair[] = [];
  for (const [branch, head] of heads.entries()) {
    const there = graph.reachable([graph.number(head) ?? 0]);
    for (const [pick, record] of graph.records.entries()) {
      if (there[pick] !== 1 || taken[pick] === 1) continue;
      taken[pick] = 1;
      if (record.parents.length === 1 && index.worthOfCommit(pick) > 0)
        pairs.push(...pairsOf(pick, record).map((pair) => ({ ...pair, pick, branch })));
    }
  }
  return pairs;

  function pairsOf(pick: number, record: CommitRecord): Pick<Pair, "source" | "by">[] {
    const named = [...record.body.matchAll(TRAILER)]
      .flatMap((match) => graph.find(match[1] ?? "") ?? [])
      .filter(isSource);
    if (named.length > 0) return named.map((source) => ({ source, by: "trailer" }));
    const quoted = new Set(readDeclaration(record)?.pullRequests ?? []);
    for (const number of numbersOf(graph, pick)) {
      const sources = quoted.has(number) ? [] : (byNumber.get(number) ?? []).filter(isSource);
      if (sources.length === 1) return sources.map((source) => ({ source, by: "number" }));
    }
    return [];
  }

  function isSource(commit: number): boolean {
    return onMain[commit] === 1 && graph.parents(commit).length === 1 && index.worthOfCommit(commit) > 0;
  }
}

function sourcesByNumber(graph: CommitGraph, onMain: Uint8Array): Map<number, number[]> {
  const sources = new Map<number, number[]>();
  for (const [commit, { parents }] of graph.records.entries()) {
    const [own] = onMain[commit] === 1 && parents.length === 1 ? numbersOf(graph, commit) : [];
    if (own !== undefined) sources.set(own, [...(sources.get(own) ?? []), commit]);
  }
  return sources;
}

/** Numbers behind the subject; else those of a merge that brought this commit alone. */
function numbersOf(graph: CommitGraph, commit: number): number[] {
  const own = pullRequestsOf(graph.records[commit]?.subject ?? "");
  const group = graph.group(commit);
  const changes = group?.members.filter((member) => graph.parents(member).length < 2) ?? [];
  const merge = group === null ? undefined : graph.records[group.merge];
  if (own.length > 0 || merge === undefined || changes.length !== 1) return own;
  const picked = [...`${merge.subject}\n${merge.body}`.matchAll(PICKED)].map((match) => Number(match[1]));
  return [...pullRequestsOf(merge.subject), ...picked];
}
