import type { Undone, UndoneLine } from "./answer.js";
import { chainOf } from "./chain.js";
import type { NetLine } from "./change.js";
import type { CommitGraph } from "./commit-graph.js";
import { type Declaration, declares } from "./declared.js";
import { isFix } from "./fix-subject.js";
import { pullRequestKey, pullRequestsOfCommit } from "./lift.js";
import type { LineIndex } from "./line-index.js";
import { findMatches, type Match } from "./match.js";
import { isCandidate, type Question } from "./question.js";
import { findRemovalCondition } from "./removal-condition.js";
import { type Confidence, confidenceOf, coverageOf, scoreOf } from "./score.js";

/** Lines that an answer lists. */
const LISTED = 100;

export interface UndoneOptions {
  /** Also what does not pass the threshold. */
  readonly all?: boolean;
  /** What the change's own text says that it takes back. */
  readonly declaration?: Declaration | null;
}

interface Judged {
  readonly match: Match;
  readonly score: number;
  readonly confidence: Confidence | null;
  readonly declared: boolean;
}

/** Answers a question: the earlier commits that the change takes back, best first, one for each pull request. */
export function findUndone(
  graph: CommitGraph,
  index: LineIndex,
  question: Question,
  options: UndoneOptions = {},
): Undone[] {
  const declared = new Set(declaredCommits(graph, question, options.declaration ?? null));
  const judged = findMatches(index, question, [...declared]).map((match): Judged => {
    const score = scoreOf(match);
    const confidence = confidenceOf(match, score, isFix(graph.records[match.commit]?.subject ?? ""));
    return { match, score, confidence, declared: declared.has(match.commit) };
  });
  const told = judged
    .filter(({ confidence, declared }) => confidence !== null || declared || options.all === true)
    .sort((a, b) => b.score - a.score || b.match.commit - a.match.commit);
  return liftToPullRequests(
    graph,
    withoutRetold(told, (match) => chainOf(index, question, match)),
  ).map(({ best, others, chain }) => view(graph, best, others, chain));
}

/** The commits before the change that its text names; for a merge, what the merge brought. */
export function declaredCommits(graph: CommitGraph, question: Question, declaration: Declaration | null): number[] {
  if (declaration === null) return [];
  return [...graph.records.entries()].flatMap(([number, record]) => {
    if (record.parents.length > 1 || !isCandidate(question, number)) return [];
    const merge = graph.mergeOf(number);
    const brought = merge === null ? undefined : graph.records[merge];
    const named = [record, ...(brought === undefined ? [] : [brought])];
    return named.some((each) => declares(declaration, each, pullRequestsOfCommit(graph, number))) ? [number] : [];
  });
}

interface Told extends Judged {
  readonly chain: readonly number[];
}

/** Leaves out commits whose lines a later commit put in again and that is told already: they are in its chain. */
function withoutRetold(judged: readonly Judged[], chainOfMatch: (match: Match) => number[]): Told[] {
  const told: Told[] = [];
  for (const each of judged) {
    const { commit } = each.match;
    if (told.some(({ match, chain }) => commit < match.commit && chain.includes(commit))) continue;
    told.push({ ...each, chain: chainOfMatch(each.match) });
  }
  return told;
}

interface Lifted {
  readonly best: Told;
  readonly others: Told[];
  readonly chain: readonly number[];
}

function liftToPullRequests(graph: CommitGraph, told: readonly Told[]): Lifted[] {
  const lifted = new Map<string, Lifted>();
  for (const each of told) {
    const key = pullRequestKey(graph, each.match.commit);
    const known = lifted.get(key);
    if (known === undefined) lifted.set(key, { best: each, others: [], chain: each.chain });
    else known.others.push(each);
  }
  return [...lifted.values()];
}

function view(
  graph: CommitGraph,
  { match, score, confidence, declared }: Told,
  others: readonly Told[],
  chain: readonly number[],
): Undone {
  const record = graph.records[match.commit];
  const lines = match.lines.map(viewLine).sort(byPlace);
  return {
    commit: graph.id(match.commit),
    pullRequest: pullRequestsOfCommit(graph, match.commit)[0] ?? null,
    subject: record?.subject ?? "",
    coverage: twoDecimals(coverageOf(match)),
    confidence: confidence ?? "low",
    kind: match.bringsBack >= match.removes ? "brings-back" : "removes",
    declared: declared || others.some((other) => other.declared),
    by: "lines",
    lines: lines.slice(0, LISTED),
    date: record?.committerDate ?? "",
    fix: isFix(record?.subject ?? ""),
    score: twoDecimals(score),
    matchedLines: lines.length,
    alsoCommits: others.map((other) => graph.id(other.match.commit)),
    chain: chain.map((commit) => graph.id(commit)),
    condition: findRemovalCondition(lines.filter(({ change }) => change === "removes-added").map(({ text }) => text)),
  };
}

function viewLine({ file, line, text, count }: NetLine): UndoneLine {
  return { file, line, text: text.trim(), change: count < 0 ? "removes-added" : "adds-removed" };
}

function byPlace(a: UndoneLine, b: UndoneLine): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || (a.change < b.change ? -1 : 1);
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
