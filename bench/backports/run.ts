/**
 * How well content finds the pick of a commit on another branch.
 *
 *     npx tsx bench/backports/run.ts GIT-DIRECTORY …
 *
 * Truth: cherry-pick trailers and shared pull request numbers, all hidden from the detector.
 * "False links" are what is still found when the true picks are taken away. The
 * thresholds were tuned on kube-ovn and kueue; other repositories are held out.
 */
import { resolve } from "node:path";
import { argv, stdout } from "node:process";
import { readCommitLog } from "../../src/git/commit-log.js";
import { readPatchIds } from "../../src/git/patch-ids.js";
import { buildLineIndex } from "../../src/history/lines/build-index.js";
import { CommitGraph } from "../../src/history/lines/commit-graph.js";
import { Branch } from "../../src/history/picks/branch.js";
import { findCandidates } from "../../src/history/picks/candidates.js";
import { decide } from "../../src/history/picks/decide.js";
import { findPicksOn } from "../../src/history/picks/judge-picks.js";
import { type Known, readTexts } from "../../src/history/picks/known.js";
import { CONTENT_THRESHOLD, contentLikeness } from "../../src/history/picks/likeness.js";
import { findSimilar } from "../../src/history/picks/similarity.js";
import { sourceChange } from "../../src/history/picks/source-change.js";
import { headsOf, isTunedOn, nameOf } from "../undo/history.js";
import { Tally, table } from "../undo/tally.js";
import { findPairs, type Pair } from "./truth.js";

/** What a method finds for a commit on a branch, without those told to leave out; null for nothing. */
type Method = (source: number, branch: Branch, without: ReadonlySet<number>) => number | null;

const METHODS = ["git patch-id --stable", "lines", "lines, subject, author time"] as const;
type Outcome = Record<(typeof METHODS)[number], { asked: Tally; linked: Tally }>;

const heldOut: Outcome[] = [];
for (const directory of argv.slice(2)) {
  const gitDirectory = resolve(directory);
  const name = nameOf(gitDirectory);
  const { outcome, pairs, branches } = await measureRepository(gitDirectory);
  const tuned = isTunedOn(name);
  if (!tuned) heldOut.push(outcome);
  const trailers = pairs.filter(({ by }) => by === "trailer").length;
  const head = `${name} (${tuned ? "tuned on" : "held out"}): ${pairs.length} pairs, ${trailers} by trailer, on ${branches} branches`;
  stdout.write(`\n## ${head}\n\n${report(outcome)}\n`);
}
if (heldOut.length > 1) stdout.write(`\n## All held out\n\n${report(pooled(heldOut))}\n`);

async function measureRepository(gitDirectory: string): Promise<{ outcome: Outcome; pairs: Pair[]; branches: number }> {
  const heads = headsOf(gitDirectory);
  const graph = new CommitGraph(await readCommitLog(gitDirectory, heads, { bodies: true }), heads);
  const onMain = graph.reachable([graph.number(heads[0] ?? "") ?? 0]);
  const { index } = await buildLineIndex(gitDirectory, graph, () => undefined, onMain);
  const pairs = findPairs(graph, index, heads, onMain);
  const asked = [...new Set(pairs.map(({ branch }) => branch))];
  const branches = new Map(
    asked.map((branch) => {
      const head = heads[branch] ?? "";
      return [branch, new Branch(head, head, graph, graph.reachable([graph.number(head) ?? 0]), onMain)];
    }),
  );
  const hidden: Known = { ...readTexts(graph, onMain, new Map()), declarations: new Map(), patchIds: new Map(), index };
  const compared = new Set([
    ...pairs.map(({ source }) => source),
    ...[...branches.values()].flatMap((branch) => branch.own),
  ]);
  const ids = await readPatchIds(
    gitDirectory,
    [...compared].map((commit) => ({ commit: graph.id(commit) })),
  );
  const methods: Record<(typeof METHODS)[number], Method> = {
    "git patch-id --stable": (source, branch, without) => byPatchId(graph, ids, source, branch, without),
    lines: (source, branch, without) => byLines(hidden, source, branch, without),
    "lines, subject, author time": (source, branch, without) => byAll(hidden, source, branch, without),
  };
  const outcome = emptyOutcome();
  for (const { source, branch: at } of pairs) {
    const branch = branches.get(at);
    if (branch === undefined) continue;
    const truth = new Set(
      pairs.filter((pair) => pair.source === source && branch.has(pair.pick)).map(({ pick }) => pick),
    );
    for (const name of METHODS) {
      const found = methods[name](source, branch, new Set());
      const right = found !== null && truth.has(found);
      outcome[name].asked.note({ right, false: methods[name](source, branch, truth) !== null });
      if (found !== null) outcome[name].linked.note({ right });
    }
  }
  return { outcome, pairs, branches: asked.length };
}

function byPatchId(
  graph: CommitGraph,
  ids: ReadonlyMap<string, string>,
  source: number,
  branch: Branch,
  without: ReadonlySet<number>,
): number | null {
  const id = ids.get(graph.id(source));
  return (
    branch.own.find((commit) => id !== undefined && !without.has(commit) && ids.get(graph.id(commit)) === id) ?? null
  );
}

function byLines({ index }: Known, source: number, branch: Branch, without: ReadonlySet<number>): number | null {
  const found = findSimilar(index, source, (commit) => branch.owns(commit) && !without.has(commit))
    .map((similarity) => ({ commit: similarity.commit, content: contentLikeness(similarity) }))
    .filter(({ content }) => content >= CONTENT_THRESHOLD)
    .sort((a, b) => b.content - a.content || a.commit - b.commit);
  return found[0]?.commit ?? null;
}

/** As shipped, with no texts but subjects. */
function byAll(known: Known, source: number, branch: Branch, without: ReadonlySet<number>): number | null {
  const change = sourceChange(known.graph, source);
  const candidates = findCandidates(known, branch, change).filter((commit) => !without.has(commit));
  const picks = findPicksOn(known, branch, change, candidates);
  const { commit } = decide({ ancestor: null, picks, reverts: [], files: null, behavior: null });
  return commit === null ? null : known.graph.number(commit);
}

function emptyOutcome(): Outcome {
  return Object.fromEntries(METHODS.map((name) => [name, { asked: new Tally(), linked: new Tally() }])) as Outcome;
}

function pooled(outcomes: readonly Outcome[]): Outcome {
  const sum = emptyOutcome();
  for (const outcome of outcomes) {
    for (const name of METHODS) {
      sum[name].asked.add(outcome[name].asked);
      sum[name].linked.add(outcome[name].linked);
    }
  }
  return sum;
}

function report(outcome: Outcome): string {
  return table([
    ["method", "recall", "precision", "false links"],
    ...METHODS.map((name) => [
      name,
      outcome[name].asked.share("right"),
      outcome[name].linked.share("right"),
      outcome[name].asked.share("false"),
    ]),
  ]);
}
