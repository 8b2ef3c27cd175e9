import { behaviorKey, type EvaluatedRef } from "../../behavior/index.js";
import type { Repository } from "../../git/index.js";
import { goFrontEnd } from "../../languages/index.js";
import { findStanding } from "../../review/index.js";
import type { Scanned } from "../group-scan.js";
import { findHazards } from "../hazards.js";
import type { TreeHazards } from "../hazards-of-tree.js";
import { scanRefs } from "../scan-refs.js";
import type { WholeChange } from "../trace/events-of-changes.js";
import { evaluatedRefs } from "../view-ref.js";
import type { ReplayRequest } from "./replay.js";
import type { Settled } from "./settle.js";

export interface ConcernedSteps {
  readonly steps: ReadonlySet<WholeChange>;
  /** Objects that could not be read: of the other steps nothing is known for sure then. */
  readonly unread: number;
}

/**
 * The steps that change anything a rule looks at: a cell, an operation, or what stands there. All of
 * them are evaluated together, which is much less work than to review each; of the others a review has
 * nothing to say.
 */
export async function concernedSteps(
  steps: readonly WholeChange[],
  request: Settled<ReplayRequest>,
  repository: Repository,
): Promise<ConcernedSteps> {
  if (steps.length === 0) return { steps: new Set(), unread: 0 };
  const commits = [...new Set(steps.flatMap(({ base, commit }) => [base, commit]))];
  const refs = commits.map((commit) => ({ ref: commit, commit }));
  const scans = await scanRefs(request, refs, repository, () => {});
  const concerned = new Set<WholeChange>();
  let unread = 0;
  for (const scanned of scans) {
    const seen = await seenAt(scanned, commits, repository);
    for (const step of steps) if (seen.get(step.base) !== seen.get(step.commit)) concerned.add(step);
    unread += scanned.result.unread.size;
  }
  return { steps: concerned, unread };
}

/** For each commit all that rules look at there, as one text. */
async function seenAt(
  scanned: Scanned,
  commits: readonly string[],
  repository: Repository,
): Promise<ReadonlyMap<string, string>> {
  const { result, snapshots } = scanned;
  const refs = commits.map((commit) => ({ ref: commit, commit }));
  const hazards = await findHazards(
    result.packs.filter(({ applies }) => applies).map(({ pack }) => pack),
    snapshots.map(({ entries }) => entries),
    repository.readBlobs,
    goFrontEnd,
  );
  const texts = hazards.map(({ pack, trees }) => {
    const behaviors = result.packs.find((each) => each.pack === pack)?.behaviors ?? [];
    const standings = memoized((here: EvaluatedRef) => [
      behaviorKey(here.behavior),
      here.view.problems,
      findStanding({ pack, here, others: [] }, []).map(({ identity }) => identity),
    ]);
    return evaluatedRefs(refs, scanned, behaviors).map((here, index) => standings(here) + hazardText(trees[index]));
  });
  return new Map(commits.map((commit, index) => [commit, texts.map((each) => each[index]).join("\n")]));
}

function hazardText(hazards: TreeHazards | undefined): string {
  return JSON.stringify([hazards?.sightings.map(({ identity }) => identity), hazards?.unknown.map(({ file }) => file)]);
}

/** Most commits behave as the one before. */
function memoized(compute: (here: EvaluatedRef) => unknown): (here: EvaluatedRef) => string {
  const known = new Map<EvaluatedRef["behavior"], string>();
  return (here) => {
    const text = known.get(here.behavior) ?? JSON.stringify(compute(here));
    known.set(here.behavior, text);
    return text;
  };
}
