import { openRepository, type Repository, type ResolvedRef } from "../git/index.js";
import { type Branch, buildTimeline, type Line, type Reach, type Timeline } from "../history/index.js";
import type { Pack } from "../rules/index.js";
import { doesSomething } from "./evaluate-trees.js";
import type { Scanned } from "./group-scan.js";
import type { Listener } from "./progress.js";
import { scanRefs } from "./scan-refs.js";
import { completeRequest, type SettledBySettings } from "./settings/complete-request.js";
import { type Seed, seedOf } from "./trace/seed.js";
import { type Trace, type TraceRequest, traceHistory, wholeLine } from "./trace/trace-history.js";

/** What the timeline is asked for. */
export interface TimelineRequest extends TraceRequest, SettledBySettings {
  readonly directory: string;
  /** As typed; null for the default branch. */
  readonly ref: string | null;
  /** A timeline for every release branch besides that of the ref. */
  readonly allBranches: boolean;
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
    const traces = await tracesFor(await completeRequest(request, repository), repository, listen);
    return traces.flatMap((trace) =>
      timelinesOf(trace, request.allBranches).map((made) => ({ timeline: made, pack: trace.pack, webUrl })),
    );
  } finally {
    await repository.close();
  }
}

/** What reading history needs to know of a request. */
export type HistoryRequest = Pick<
  TimelineRequest,
  "ref" | "rules" | "cache" | "deep" | "proposals" | "pullRequests"
> & { readonly ignore?: readonly string[] };

/** The history of each behavior that applies, on the ref asked for and on the branches beside it. */
export async function tracesFor(
  request: HistoryRequest,
  repository: Repository,
  listen: Listener,
  against: readonly string[] = [],
): Promise<Trace[]> {
  const refs = await refsFor(request, against, repository);
  const traces: Trace[] = [];
  for (const { seed, carrying } of await seedsOf(request, refs, against.length > 0, repository, listen))
    traces.push(...(await traceHistory(seed, carrying, request, repository, listen)));
  return traces;
}

/** What the refs tell, without what they hold: a scan is large, and a history needs the room. */
async function seedsOf(
  request: HistoryRequest,
  refs: readonly ResolvedRef[],
  all: boolean,
  repository: Repository,
  listen: Listener,
): Promise<{ seed: Seed; carrying: readonly ResolvedRef[] }[]> {
  const scanned = await scanRefs(request, refs, repository, listen);
  return scanned.map((each) => ({ seed: seedOf(each), carrying: all ? refs : carriers(refs, each) }));
}

/** The ref in question, and the branches that have any of the behaviors today: the others have no story to tell. */
export function carriers([first, ...others]: readonly ResolvedRef[], { result }: Scanned): ResolvedRef[] {
  if (first === undefined) return [];
  const carries = (index: number): boolean =>
    result.packs.some(({ behaviors }) => {
      const behavior = behaviors[index + 1];
      return behavior !== undefined && doesSomething(behavior);
    });
  return [first, ...others.filter((_, index) => carries(index))];
}

/** The ref in question first, then the branches that may carry its events: those asked for, else all that look like releases. */
export async function refsFor(
  { ref }: HistoryRequest,
  against: readonly string[],
  repository: Repository,
): Promise<ResolvedRef[]> {
  const known = await repository.defaultRefs();
  const first = ref ?? known[0] ?? "HEAD";
  return repository.resolve([first, ...(against.length > 0 ? against : known).filter((each) => each !== first)]);
}

/** The timeline of the ref, and where asked for of each branch beside it. */
export function timelinesOf({ pack, ref, line, reach, branches, proposals }: Trace, allBranches: boolean): Timeline[] {
  const build = (
    name: string,
    of: Line,
    seen: Reach,
    rest: readonly Branch[],
    proposed: Trace["proposals"],
  ): Timeline =>
    buildTimeline({
      behavior: pack.id,
      stages: pack.stages,
      ref: name,
      line: of,
      branches: rest,
      proposals: proposed,
      reach: seen,
    });
  const main = build(ref, line, reach, branches, proposals);
  if (!allBranches) return [main];
  const onLine = new Set(line.points.map(({ record }) => record.commit));
  const trunk: Branch = { ref, line, contains: (commit) => onLine.has(commit) };
  return [
    main,
    ...branches.map((branch) => {
      const own = wholeLine({ line }, branch);
      return build(branch.ref, own, branch.reach, [trunk, ...branches.filter((other) => other !== branch)], []);
    }),
  ];
}
