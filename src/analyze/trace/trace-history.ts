import { setFlagsFromString } from "node:v8";
import type { HistoryCommit, Repository, ResolvedRef } from "../../git/index.js";
import type { Branch, Line, Proposal, Reach } from "../../history/index.js";
import { goFrontEnd } from "../../languages/index.js";
import type { Pack } from "../../rules/index.js";
import type { Listener } from "../progress.js";
import { Scan, type ScanResult } from "../scan.js";
import { sourceFilter } from "../source-filter.js";
import { filesFromHistory } from "./followed-files.js";
import { LineBehaviors, treesOfLine } from "./line-behaviors.js";
import { type LineStates, statesOfLines } from "./line-states.js";
import { type CandidateHead, candidateHeads, type PullRequestLookup, proposalsFrom } from "./proposals.js";
import type { Seed } from "./seed.js";
import { type WalkedLine, type WalkedLines, walkLines } from "./walk-lines.js";

/** How history is to be read. */
export interface TraceRequest {
  /** Every source file ever changed is read, not only those known from today's branches. */
  readonly deep: boolean;
  /** Pull requests that are not on the line are read, too. */
  readonly proposals: boolean;
  /** What GitHub knows of pull requests; null to do without. */
  readonly pullRequests: PullRequestLookup | null;
}

/** The history of one behavior on a ref and on the branches beside it. */
export interface Trace {
  readonly pack: Pack;
  readonly ref: string;
  readonly line: Line;
  readonly reach: Reach;
  readonly branches: readonly TracedBranch[];
  readonly proposals: readonly Proposal[];
}

/** A branch, with how much of its own history was seen. */
export interface TracedBranch extends Branch {
  readonly reach: Reach;
}

/** Evaluates packs at every commit of the first ref that can have changed them, and of each other ref since it forked. */
export async function traceHistory(
  seed: Seed,
  [first, ...others]: readonly ResolvedRef[],
  request: TraceRequest,
  repository: Repository,
  listen: Listener,
): Promise<Trace[]> {
  if (first === undefined || seed.packs.length === 0) return [];
  // Long histories make much garbage: collect it rather than let the heap grow several times over.
  setFlagsFromString("--heap-growing-percent=20");
  const [lines, { followed, changes }] = await Promise.all([
    walkLines(first, others, repository),
    readChanges(seed, [first, ...others], request.deep, repository),
  ]);
  listen({ kind: "stage", name: "trees", done: others.length + 1, total: others.length + 1 });
  const states = await statesOfLines(lines, changes, followed, repository);
  const heads = request.proposals ? await candidateHeads(followed, states, lines.commits, repository) : [];
  const evaluated = await evaluate(seed, states, heads, repository, listen);
  const traces: Trace[] = [];
  for (const { pack, behaviors } of evaluated.packs) {
    const given = new LineBehaviors(behaviors, evaluated.unread);
    const { line, branches, ...reached } = linesOf(
      lines,
      states,
      given,
      reachesOf(request, new Map([...seed.unread, ...evaluated.unread])),
    );
    const trunk = { tip: first.commit, line, lines };
    const own = given.others(heads.length);
    const proposals = await proposalsFrom(heads, own, trunk, request.pullRequests, repository, listen);
    traces.push({ pack, ref: first.ref, line, ...reached, branches, proposals });
  }
  return traces;
}

/** The files to follow, and the commits of all lines that changed one. */
async function readChanges(
  { packs, files }: Seed,
  refs: readonly ResolvedRef[],
  deep: boolean,
  repository: Repository,
): Promise<{ followed: ReadonlySet<string>; changes: ReadonlyMap<string, HistoryCommit> }> {
  const accept = deep ? sourcesOf(packs) : (path: string) => files.has(path);
  const changes = new Map<string, HistoryCommit>();
  if (files.size === 0 && !deep) return { followed: files, changes };
  const tips = [...new Set(refs.map(({ commit }) => commit))];
  for await (const commit of repository.history(tips, deep ? {} : { paths: [...files] })) {
    // Of a commit only the files that can matter are kept: histories are long.
    const own = commit.changes.filter(({ path }) => accept(path));
    if (own.length > 0) changes.set(commit.commit, { ...commit, changes: own });
  }
  if (!deep) return { followed: files, changes };
  return { followed: new Set([...files, ...(await filesFromHistory(changes.values(), packs, repository))]), changes };
}

function sourcesOf([pack]: readonly Pack[]): (path: string) => boolean {
  return pack === undefined ? () => false : sourceFilter(pack.sources, goFrontEnd);
}

function evaluate(
  { packs, wanted }: Seed,
  states: readonly LineStates[],
  heads: readonly CandidateHead[],
  repository: Repository,
  listen: Listener,
): Promise<ScanResult> {
  const trees = [...states.flatMap(treesOfLine), ...heads.map(({ tree }) => tree)];
  const read = repository.readBlobs;
  return new Scan(packs, trees, goFrontEnd, { read, barren: null, listen, sameness: "declarations", wanted }).all();
}

/** The lines with their behaviors. */
function linesOf(
  { main, branches }: WalkedLines,
  [trunk, ...rest]: readonly LineStates[],
  given: LineBehaviors,
  reachOf: (line: WalkedLine) => Reach,
): { line: Line; reach: Reach; branches: TracedBranch[] } {
  if (trunk === undefined) throw new Error("a main line has states");
  const line = given.line(trunk);
  const traced = branches.map((own, index): TracedBranch => {
    const forkAt = (own.fork === null ? null : main.positionOf(own.fork)) ?? -1;
    const contains = (commit: string): boolean => (main.positionOf(commit) ?? Number.POSITIVE_INFINITY) <= forkAt;
    const states = rest[index];
    if (states === undefined) throw new Error("a branch has states");
    return { ref: own.ref, contains, reach: reachOf(own), line: given.line(states) };
  });
  return { line, reach: reachOf(main), branches: traced };
}

function reachesOf({ deep }: TraceRequest, unread: ScanResult["unread"]): (line: WalkedLine) => Reach {
  const problems = [...unread]
    .map(([blob, problem]) => `object ${blob} is ${problem === "missing" ? "missing" : "too large to read"}`)
    .sort();
  const mode = deep ? "deep" : "seeded";
  return ({ commits, shallowAt }) => ({ mode, commits: commits.length, shallowAt, problems });
}

/** A branch's line from the beginning: what it has of the main line, and its own. */
export function wholeLine({ line }: Pick<Trace, "line">, { contains, line: own }: TracedBranch): Line {
  const shared = line.points.filter(({ record }) => contains(record.commit));
  return { start: shared.length === 0 ? own.start : line.start, points: [...shared, ...own.points] };
}
