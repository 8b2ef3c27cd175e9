import { compareBehaviors, type RefBehavior } from "../../behavior/index.js";
import type { CommitRecord, Repository, ResolvedRef } from "../../git/index.js";
import {
  type Backports,
  type Branch,
  buildBackports,
  buildTimeline,
  type Timeline,
  type TimelineEvent,
} from "../../history/index.js";
import type { Pack } from "../../rules/index.js";
import type { Listener } from "../progress.js";
import type { Scanned } from "../scan-refs.js";
import { withPolicies } from "../settings/with-policies.js";
import { seedOf } from "../trace/seed.js";
import { type Trace, traceHistory } from "../trace/trace-history.js";
import type { ReviewRequest } from "./request.js";
import type { Settled } from "./settle.js";

/** A change in the light of history: told as if it were merged. */
export interface Story {
  readonly pack: Pack;
  /** The change as an event of the line it wants to join; null when it changes no cell. */
  readonly event: TimelineEvent | null;
  readonly timeline: Timeline;
  /** The change alone, and which branches have it. */
  readonly backports: Backports;
}

/** What history says of a change to each of the packs: who did the opposite before, and who lacks it. */
export async function storiesOf(
  scanned: Scanned,
  { before, others }: { readonly before: ResolvedRef; readonly others: readonly ResolvedRef[] },
  change: { readonly record: CommitRecord; readonly behaviorOf: (pack: Pack) => RefBehavior | undefined },
  { pullRequests, found }: Settled<ReviewRequest>,
  repository: Repository,
  listen: Listener,
): Promise<Story[]> {
  const request = { deep: false, proposals: false, pullRequests };
  const traces = await traceHistory(seedOf(scanned), [before, ...others], request, repository, listen);
  const stories: Story[] = [];
  for (const trace of traces) {
    const head = change.behaviorOf(trace.pack);
    if (head === undefined) continue;
    const story = storyOf(trace, change.record, head);
    stories.push({ ...story, backports: await withPolicies(story.backports, found, repository) });
  }
  return stories;
}

function storyOf({ pack, ref, line, branches, reach }: Trace, record: CommitRecord, head: RefBehavior): Story {
  const joined = { start: line.start, points: [...line.points, { record, behavior: head }] };
  const beside: Branch[] = branches.map((branch) => ({
    ...branch,
    contains: (commit) => commit !== record.commit && branch.contains(commit),
  }));
  const timeline = buildTimeline({
    behavior: pack.id,
    stages: pack.stages,
    ref,
    line: joined,
    branches: beside,
    proposals: [],
    reach,
  });
  const last = timeline.events.at(-1);
  const event = last?.commit === record.commit ? last : null;
  const backports = buildBackports({ behavior: pack.id, from: ref, line: joined, branches: beside });
  const own = backports.changes.filter(({ commit }) => commit === record.commit);
  return { pack, event, timeline, backports: { ...backports, changes: own } };
}

/** Whether a branch does what the base did, wherever the change does something else. */
export function behavesAsBase(branch: RefBehavior, base: RefBehavior, { changes }: TimelineEvent): boolean {
  const stages = new Set(changes.map(({ stage }) => stage));
  const operations = new Set(changes.flatMap(({ operation }) => operation ?? []));
  return !compareBehaviors(base, branch).some(
    ({ stage, operation, kind }) =>
      kind !== "guards" && (stage === null ? operation !== null && operations.has(operation) : stages.has(stage)),
  );
}
