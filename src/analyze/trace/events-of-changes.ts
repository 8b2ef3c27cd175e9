import { behaviorKey, type RefBehavior } from "../../behavior/index.js";
import type { CommitRecord, Repository, Snapshot } from "../../git/index.js";
import { type EventOnLine, eventOnLine, type Line } from "../../history/index.js";
import { goFrontEnd } from "../../languages/index.js";
import type { Pack } from "../../rules/index.js";
import { barrenBlobs } from "../barren-blobs.js";
import type { Scanned } from "../group-scan.js";
import { groupedBySources } from "../grouped-by-sources.js";
import type { Listener } from "../progress.js";
import { Scan } from "../scan.js";
import { sourceFilter } from "../source-filter.js";
import { seedOf } from "./seed.js";
import { type Trace, traceHistory, wholeLine } from "./trace-history.js";

/** A commit, a range or a pull request, as one step from the commit before it. */
export interface WholeChange {
  readonly base: string;
  readonly commit: string;
}

/**
 * What changes do to cells, and the events that led to where each begins: for each change, one
 * event for each pack of which it changes a cell. All that is evaluated for a change that
 * changes none is its two sides; for the others the lines they are made on are walked
 * back, in the files that hold the behavior on one of the sides.
 */
export async function eventsOfChanges(
  changes: readonly WholeChange[],
  packs: readonly Pack[],
  cache: boolean,
  repository: Repository,
  listen: Listener,
): Promise<ReadonlyMap<WholeChange, readonly EventOnLine[]>> {
  const found = new Map<WholeChange, EventOnLine[]>();
  const records = await recordsOf(changes, repository);
  for (const group of groupedBySources(packs)) {
    const sides = await evaluateSides(changes, group, cache, repository, listen);
    const changed = sides.changes.filter(({ cells }) => cells.length > 0);
    if (changed.length === 0) continue;
    const bases = [...new Set(changed.map(({ change }) => change.base))].map((base) => ({ ref: base, commit: base }));
    const traces = await traceHistory(seedOf(sides.scanned), bases, JUST_LINES, repository, listen);
    for (const { change, cells } of changed) {
      const events = cells.flatMap(({ pack, before, after }) => {
        const line = lineTo(
          change.base,
          traces.find((trace) => trace.pack === pack),
        );
        const record = records.get(change.commit);
        return line === null || record === undefined ? [] : (eventOnLine(line, { record, before, after }) ?? []);
      });
      found.set(change, [...(found.get(change) ?? []), ...events]);
    }
  }
  return found;
}

const JUST_LINES = { deep: false, proposals: false, pullRequests: null };

async function recordsOf(
  changes: readonly WholeChange[],
  repository: Repository,
): Promise<ReadonlyMap<string, CommitRecord>> {
  const records = await repository.commitMessages(changes.map(({ commit }) => commit));
  return new Map(records.flatMap((record) => (record === null ? [] : [[record.commit, record]])));
}

/** A pack of which a change changes a cell. */
interface ChangedCells {
  readonly pack: Pack;
  readonly before: RefBehavior;
  readonly after: RefBehavior;
}

/** Evaluates packs that read the same sources before and after each change of them. */
async function evaluateSides(
  changes: readonly WholeChange[],
  packs: readonly Pack[],
  cache: boolean,
  repository: Repository,
  listen: Listener,
): Promise<{ scanned: Scanned; changes: { change: WholeChange; cells: ChangedCells[] }[] }> {
  const all = await sidesOf(changes, packs, repository);
  const touching = changes.filter(({ base, commit }) => versionsIn(all.get(base)) !== versionsIn(all.get(commit)));
  const commits = [...new Set(touching.flatMap(({ base, commit }) => [base, commit]))];
  const snapshots = commits.flatMap((commit) => all.get(commit) ?? []);
  const trees = snapshots.map(({ entries }) => entries);
  const barren = cache ? barrenBlobs() : null;
  const result = await new Scan(packs, trees, goFrontEnd, { read: repository.readBlobs, barren, listen }).all();
  const cellsOf = ({ base, commit }: WholeChange): ChangedCells[] =>
    result.packs.flatMap(({ pack, behaviors }) => {
      const [before, after] = [behaviors[commits.indexOf(base)], behaviors[commits.indexOf(commit)]];
      if (before === undefined || after === undefined || !differ(before, after)) return [];
      return [{ pack, before, after }];
    });
  return { scanned: { result, snapshots }, changes: touching.map((change) => ({ change, cells: cellsOf(change) })) };
}

async function sidesOf(
  changes: readonly WholeChange[],
  [pack]: readonly Pack[],
  repository: Repository,
): Promise<ReadonlyMap<string, Snapshot>> {
  if (pack === undefined) return new Map();
  const commits = [...new Set(changes.flatMap(({ base, commit }) => [base, commit]))];
  const snapshots = await repository.snapshots(commits, sourceFilter(pack.sources, goFrontEnd));
  return new Map(snapshots.map((snapshot) => [snapshot.commit, snapshot]));
}

/** Equal for commits with the same sources. */
function versionsIn(snapshot: Snapshot | undefined): string {
  return (snapshot?.entries ?? []).map(({ path, blob }) => `${blob} ${path}`).join("\n");
}

/** Both can be read, and some cell is another one. */
function differ(before: RefBehavior, after: RefBehavior): boolean {
  if (before === after || before.problems.length + after.problems.length > 0) return false;
  return behaviorKey(before) !== behaviorKey(after);
}

/** The line that ends at a commit, with all that it has in common with others. */
function lineTo(commit: string, trace: Trace | undefined): Line | null {
  if (trace === undefined) return null;
  const branch = trace.branches.find(({ ref }) => ref === commit);
  return branch === undefined ? trace.line : wholeLine(trace, branch);
}
