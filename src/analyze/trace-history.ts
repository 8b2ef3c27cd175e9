import { setFlagsFromString } from "node:v8";
import type { RefBehavior } from "../behavior/index.js";
import type { Repository, ResolvedRef } from "../git/index.js";
import type { Branch, Line, Proposal, Reach } from "../history/index.js";
import { goFrontEnd } from "../languages/index.js";
import type { Pack } from "../rules/index.js";
import { filesFromHeads, filesFromHistory } from "./followed-files.js";
import type { Listener } from "./progress.js";
import { candidateHeads, type PullRequestLookup, proposalsFrom } from "./proposals.js";
import { scan } from "./scan.js";
import type { Scanned } from "./scan-refs.js";
import { sourceFilter } from "./source-filter.js";
import { type State, statesOf, treesOf, type WalkedLine, walkLine } from "./walk-line.js";

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
  { result, snapshots }: Scanned,
  [first, ...others]: readonly ResolvedRef[],
  request: TraceRequest,
  repository: Repository,
  listen: Listener,
): Promise<Trace[]> {
  const packs = result.packs.map(({ pack }) => pack);
  const [pack] = packs;
  if (first === undefined || pack === undefined) return [];
  // Long histories make much garbage: collect it rather than let the heap grow several times over.
  setFlagsFromString("--heap-growing-percent=20");
  const followed = filesFromHeads(result, snapshots);
  const accept = request.deep ? sourceFilter(pack.sources, goFrontEnd) : (path: string) => followed.has(path);
  const main = await walkLine(first.ref, first.commit, () => false, accept, repository);
  const onMain = (commit: string): boolean => positionOf(main, commit) !== null;
  const branches = await Promise.all(
    others.map(async ({ ref, commit }) => walkLine(ref, commit, onMain, accept, repository)),
  );
  listen({ kind: "stage", name: "trees", done: branches.length + 1, total: branches.length + 1 });
  const lines = [main, ...branches];
  if (request.deep) for (const path of await filesFromHistory(lines, packs, repository)) followed.add(path);

  const mainStates = await lineStates(main, followed, repository);
  const branchStates = await Promise.all(branches.map((own) => lineStates(own, followed, repository)));
  const allStates = [mainStates, ...branchStates];
  const known = new Set(lines.flatMap(({ commits }) => commits));
  const heads = request.proposals ? await candidateHeads(followed, allStates, known, repository) : [];
  const trees = [
    ...allStates.flatMap(({ start, states }) => [start, ...states.map(({ tree }) => tree)]),
    ...heads.map(({ tree }) => tree),
  ];
  const read = (blobs: readonly string[], onBlob: Parameters<Repository["readBlobs"]>[1]) =>
    repository.readBlobs(blobs, onBlob);
  const evaluated = await scan(packs, trees, goFrontEnd, read, null, listen, "declarations");

  const problems = problemsOf(evaluated.unread);
  const reachOf = ({ commits, shallowAt }: WalkedLine): Reach => ({
    mode: request.deep ? "deep" : "seeded",
    commits: commits.length,
    shallowAt,
    problems,
  });
  const traces: Trace[] = [];
  for (const { pack: each, behaviors } of evaluated.packs) {
    const cursor = new Cursor(behaviors, evaluated.unread);
    const line = cursor.line(mainStates);
    const traced = branches.map((own, index): TracedBranch => {
      const states = branchStates[index];
      const contains = (commit: string): boolean =>
        (positionOf(main, commit) ?? Number.POSITIVE_INFINITY) <= forkAt(own, main);
      return {
        ref: own.ref,
        contains,
        reach: reachOf(own),
        line: states === undefined ? { start: line.start, points: [] } : cursor.line(states),
      };
    });
    const trunk = {
      tip: first.commit,
      line,
      positionOf: (commit: string) => positionOf(main, commit),
      isElsewhere: (commit: string) => branches.some((own) => positionOf(own, commit) !== null),
    };
    const proposals = await proposalsFrom(
      heads,
      cursor.rest(heads.length),
      trunk,
      request.pullRequests,
      repository,
      listen,
    );
    traces.push({ pack: each, ref: first.ref, line, reach: reachOf(main), branches: traced, proposals });
  }
  return traces;
}

function problemsOf(unread: ReadonlyMap<string, "missing" | "too-large">): string[] {
  return [...unread]
    .map(([blob, problem]) => `object ${blob} is ${problem === "missing" ? "missing" : "too large to read"}`)
    .sort();
}

/** Where on the main line a branch left it; before its beginning for a branch that never was on it. */
function forkAt({ fork }: WalkedLine, main: WalkedLine): number {
  return (fork === null ? null : positionOf(main, fork)) ?? -1;
}

const positions = new WeakMap<WalkedLine, Map<string, number>>();

/** The place of a commit on a line, or null. */
function positionOf(line: WalkedLine, commit: string): number | null {
  let known = positions.get(line);
  if (known === undefined) {
    known = new Map(line.commits.map((each, index) => [each.commit, index]));
    positions.set(line, known);
  }
  return known.get(commit) ?? null;
}

/** A line's followed files: at its start, and after each commit that changed one. */
export interface LineStates {
  readonly start: State["tree"];
  readonly states: readonly State[];
}

async function lineStates(
  line: WalkedLine,
  followed: ReadonlySet<string>,
  repository: Repository,
): Promise<LineStates> {
  const from = line.fork ?? line.shallowAt;
  const [start = []] = from === null ? [] : await treesOf([from], followed, repository);
  return { start, states: statesOf(line, start, (path) => followed.has(path)) };
}

/** Hands out the behaviors of a scan in the order in which its trees were given. */
class Cursor {
  #next = 0;

  constructor(
    private readonly behaviors: readonly RefBehavior[],
    private readonly unread: ReadonlyMap<string, unknown>,
  ) {}

  line({ states }: LineStates): Line {
    const first = this.#take();
    const points = states.map(({ record, tree }) => ({ record, tree, behavior: this.#take() }));
    // What cannot be read is unknown: such a commit tells nothing, and the next one that can be read tells all.
    const readable = points.filter(
      ({ tree, behavior }) => behavior.problems.length === 0 && !tree.some(({ blob }) => this.unread.has(blob)),
    );
    return { start: first, points: readable };
  }

  rest(count: number): readonly RefBehavior[] {
    return this.behaviors.slice(this.#next, this.#next + count);
  }

  #take(): RefBehavior {
    const behavior = this.behaviors[this.#next++];
    if (behavior === undefined) throw new Error("a scan has a behavior for every tree");
    return behavior;
  }
}
