import { compareBehaviors, type EvaluatedRef, type RefBehavior } from "../../behavior/index.js";
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
import type { Scanned } from "../group-scan.js";
import type { Listener } from "../progress.js";
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

/** A change, and the behaviors around it that history is asked about. */
export interface ChangeToTell {
  readonly pack: Pack;
  readonly record: CommitRecord;
  readonly base: RefBehavior;
  readonly head: RefBehavior;
  /** What the branches beside the base do today. */
  readonly others: readonly EvaluatedRef[];
}

/**
 * What history says of a change to each of the packs: who did the opposite before, and who lacks it.
 * Read is the base's line alone, in the files that hold the behavior on one of the sides; of the other
 * branches only what they do today counts.
 */
export async function storiesOf(
  scanned: Scanned,
  before: ResolvedRef,
  changes: readonly ChangeToTell[],
  { pullRequests, found }: Settled<ReviewRequest>,
  repository: Repository,
  listen: Listener,
): Promise<Story[]> {
  const request = { deep: false, proposals: false, pullRequests };
  const [first] = changes;
  if (first === undefined) return [];
  const tips = first.others.map(({ view }) => view.commit);
  const [traces, after] = await Promise.all([
    traceHistory(seedOf(sidesOf(scanned, changes)), [before], request, repository, listen),
    repository.descendants(first.record.commit, tips),
  ]);
  const stories: Story[] = [];
  for (const change of changes) {
    const trace = traces.find(({ pack }) => pack === change.pack);
    if (trace === undefined) continue;
    const story = storyOf(trace, change, after);
    stories.push({ ...story, backports: await withPolicies(story.backports, found, repository) });
  }
  return stories;
}

/** Of a scan the changed packs on the two sides, which stand first. */
function sidesOf({ result, snapshots }: Scanned, changes: readonly ChangeToTell[]): Scanned {
  const packs = result.packs
    .filter(({ pack }) => changes.some((change) => change.pack === pack))
    .map((each) => ({ ...each, behaviors: each.behaviors.slice(0, 2) }));
  return { result: { ...result, packs }, snapshots: snapshots.slice(0, 2) };
}

function storyOf(
  { pack, ref, line, reach }: Trace,
  { record, base, head, others }: ChangeToTell,
  /** The tips that have the change in their past already, as when a merged one is looked at again. */
  after: ReadonlySet<string>,
): Story {
  const told = { behavior: pack.id, stages: pack.stages, ref, proposals: [], reach };
  const joined = { start: line.start, points: [...line.points, { record, behavior: head }] };
  const timeline = buildTimeline({ ...told, line: joined, branches: [] });
  const last = timeline.events.at(-1);
  const branches = others.map(
    ({ view, behavior }): Branch => ({
      ref: view.ref,
      contains: () => after.has(view.commit),
      line: { start: behavior, points: [] },
    }),
  );
  const alone = { start: base, points: [{ record, behavior: head }] };
  return {
    pack,
    event: last?.commit === record.commit ? last : null,
    timeline,
    backports: buildBackports({ behavior: pack.id, from: ref, line: alone, branches }),
  };
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
