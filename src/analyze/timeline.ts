import type { RefBehavior } from "../behavior/index.js";
import { openRepository, type Repository, type ResolvedRef } from "../git/index.js";
import { type Branch, buildTimeline, type Line, type Reach, type Timeline } from "../history/index.js";
import { goFrontEnd } from "../languages/index.js";
import type { Pack } from "../rules/index.js";
import { filesFromHeads, filesFromHistory } from "./followed-files.js";
import type { Listener } from "./progress.js";
import { candidateHeads, type PullRequestLookup, proposalsFrom } from "./proposals.js";
import { scan } from "./scan.js";
import { type Scanned, scanRefs } from "./scan-refs.js";
import { sourceFilter } from "./source-filter.js";
import { type State, statesOf, treesOf, type WalkedLine, walkLine } from "./walk-line.js";

/** What the timeline is asked for. */
export interface TimelineRequest {
  readonly directory: string;
  /** As typed; null for the default branch. */
  readonly ref: string | null;
  readonly rules: readonly string[];
  /** A timeline for every release branch besides that of the ref. */
  readonly allBranches: boolean;
  /** Every source file ever changed is read, not only those known from today's branches. */
  readonly deep: boolean;
  /** Pull requests that are not on the line are shown, too. */
  readonly proposals: boolean;
  /** What GitHub knows of pull requests; null to do without. */
  readonly pullRequests: PullRequestLookup | null;
  readonly cache: boolean;
}

export interface TimelineAnswer {
  readonly timeline: Timeline;
  readonly pack: Pack;
  readonly webUrl: string | null;
}

/** Who changed which cell, for each behavior that applies; with `allBranches` for each branch in turn. */
export async function timeline(request: TimelineRequest, listen: Listener): Promise<TimelineAnswer[]> {
  const repository = await openRepository(request.directory);
  try {
    const webUrl = await repository.webUrl();
    const refs = await refsFor(request, repository);
    const scanned = await scanRefs(request, refs, repository, listen);
    const answers: TimelineAnswer[] = [];
    for (const each of scanned) {
      for (const { timeline: made, pack } of await timelinesOf(each, refs, request, repository, listen)) {
        answers.push({ timeline: made, pack, webUrl });
      }
    }
    return answers;
  } finally {
    await repository.close();
  }
}

/** The ref in question first, then the other branches that may carry its events. */
async function refsFor({ ref }: TimelineRequest, repository: Repository): Promise<ResolvedRef[]> {
  const branches = await repository.defaultRefs();
  const first = ref ?? branches[0] ?? "HEAD";
  return repository.resolve([first, ...branches.filter((each) => each !== first)]);
}

async function timelinesOf(
  { result, snapshots }: Scanned,
  refs: readonly ResolvedRef[],
  request: TimelineRequest,
  repository: Repository,
  listen: Listener,
): Promise<{ timeline: Timeline; pack: Pack }[]> {
  const packs = result.packs.map(({ pack }) => pack);
  const [first, ...others] = refs;
  const [pack] = packs;
  if (first === undefined || pack === undefined) return [];
  const accept = sourceFilter(pack.sources, goFrontEnd);
  const isSource = (path: string): boolean => accept(path);
  const main = await walkLine(first.ref, first.commit, null, isSource, repository);
  const branches = await Promise.all(others.map(async (ref) => branchOf(ref, first, main, isSource, repository)));
  listen({ kind: "stage", name: "trees", done: refs.length, total: refs.length });
  const lines = [main, ...branches.map(({ own }) => own)];
  const followed = filesFromHeads(result, snapshots);
  if (request.deep) for (const path of await filesFromHistory(lines, packs, repository)) followed.add(path);

  const mainStates = await lineStates(main, null, followed, repository);
  const branchStates = await Promise.all(branches.map(({ own, fork }) => lineStates(own, fork, followed, repository)));
  const known = new Set(lines.flatMap(({ commits }) => commits));
  const heads = request.proposals
    ? await candidateHeads(followed, [mainStates, ...branchStates], known, repository)
    : [];
  const trees = [mainStates, ...branchStates].flatMap(({ start, states }) => [
    start,
    ...states.map(({ tree }) => tree),
  ]);
  const read = (blobs: readonly string[], onBlob: Parameters<Repository["readBlobs"]>[1]) =>
    repository.readBlobs(blobs, onBlob);
  const evaluated = await scan(
    packs,
    [...trees, ...heads.map(({ tree }) => tree)],
    goFrontEnd,
    read,
    null,
    listen,
    "declarations",
  );
  const problems = [...evaluated.unread].map(
    ([blob, problem]) => `object ${blob} is ${problem === "missing" ? "missing" : "too large to read"}`,
  );
  const reach = (line: WalkedLine): Reach => ({
    mode: request.deep ? "deep" : "seeded",
    commits: line.commits.length,
    shallowAt: line.shallowAt,
    problems: problems.sort(),
  });

  const made: { timeline: Timeline; pack: Pack }[] = [];
  for (const { pack: each, behaviors } of evaluated.packs) {
    const cursor = new Cursor(behaviors);
    const mainLine = cursor.line(mainStates, evaluated.unread);
    const built = branches.map(({ ref, own, forkAt }, index): Branch & { own: WalkedLine; forkAt: number } => {
      const states = branchStates[index];
      const line = states === undefined ? { start: mainLine.start, points: [] } : cursor.line(states, evaluated.unread);
      return {
        ref,
        own,
        forkAt,
        line,
        contains: (commit) => (positionOf(main, commit) ?? Number.POSITIVE_INFINITY) <= forkAt,
      };
    });
    const trunk = {
      tip: first.commit,
      line: mainLine,
      positionOf: (commit: string) => positionOf(main, commit),
      isElsewhere: (commit: string) => branches.some(({ own }) => positionOf(own, commit) !== null),
    };
    const proposals = await proposalsFrom(
      heads,
      cursor.rest(heads.length),
      trunk,
      request.pullRequests,
      repository,
      listen,
    );
    const { id: behavior, stages } = each;
    const timelineOf = (
      ref: string,
      line: Line,
      rest: readonly Branch[],
      walked: WalkedLine,
      proposed: typeof proposals,
    ): void => {
      made.push({
        pack: each,
        timeline: buildTimeline({
          behavior,
          stages,
          ref,
          line,
          branches: rest,
          proposals: proposed,
          reach: reach(walked),
        }),
      });
    };
    timelineOf(first.ref, mainLine, built, main, proposals);
    if (!request.allBranches) continue;
    for (const branch of built) {
      const shared = mainLine.points.filter(({ record }) => branch.contains(record.commit));
      const line = { start: mainLine.start, points: [...shared, ...branch.line.points] };
      timelineOf(
        branch.ref,
        line,
        built.filter((other) => other !== branch),
        branch.own,
        [],
      );
    }
  }
  return made;
}

/** A branch's own commits, and where on the main line it began. */
async function branchOf(
  ref: ResolvedRef,
  first: ResolvedRef,
  main: WalkedLine,
  isSource: (path: string) => boolean,
  repository: Repository,
) {
  const fork = await repository.mergeBase(first.commit, ref.commit);
  const own = await walkLine(ref.ref, ref.commit, fork, isSource, repository);
  return { ref: ref.ref, own, fork, forkAt: (fork === null ? null : positionOf(main, fork)) ?? -1 };
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
  fork: string | null,
  followed: ReadonlySet<string>,
  repository: Repository,
): Promise<LineStates> {
  const from = fork ?? line.shallowAt;
  const [start = []] = from === null ? [] : await treesOf([from], followed, repository);
  return { start, states: statesOf(line, start, (path) => followed.has(path)) };
}

/** Hands out the behaviors of a scan in the order in which its trees were given. */
class Cursor {
  #next = 0;

  constructor(private readonly behaviors: readonly RefBehavior[]) {}

  line({ start, states }: LineStates, unread: ReadonlyMap<string, unknown>): Line {
    const first = this.#take();
    const points = states.map(({ record, tree }) => ({ record, tree, behavior: this.#take() }));
    // What cannot be read is unknown: such a commit tells nothing, and the next one that can be read tells all.
    const readable = points.filter(
      ({ tree, behavior }) => behavior.problems.length === 0 && !tree.some(({ blob }) => unread.has(blob)),
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
