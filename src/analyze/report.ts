import { buildMatrix, type EvaluatedRef, type Matrix } from "../behavior/index.js";
import { openRepository, type Repository } from "../git/index.js";
import type { Backports, Timeline } from "../history/index.js";
import { type Finding, findStanding, type SettingOf, standingFindings } from "../review/index.js";
import type { Pack } from "../rules/index.js";
import { backportsOf } from "./backports.js";
import type { Scanned } from "./group-scan.js";
import type { Listener } from "./progress.js";
import { hazardsOfSides } from "./review/hazards-of-sides.js";
import { settle } from "./review/settle.js";
import { scanRefs } from "./scan-refs.js";
import { withPolicies } from "./settings/with-policies.js";
import { carriers, refsFor, type TimelineRequest, timelinesOf } from "./timeline.js";
import { seedOf } from "./trace/seed.js";
import { traceHistory } from "./trace/trace-history.js";
import { evaluatedRefs } from "./view-ref.js";

/** What a report is asked for: a timeline's request, and the refs to lay beside the first. */
export interface ReportRequest extends Omit<TimelineRequest, "allBranches"> {
  /** Empty for all branches that look like releases. */
  readonly against: readonly string[];
}

/** Matrix, timeline and backports of one behavior, and what stands on the first ref. */
export interface ReportAnswer {
  readonly matrix: Matrix;
  readonly timeline: Timeline;
  readonly backports: Backports;
  readonly findings: readonly Finding[];
  readonly pack: Pack;
  readonly webUrl: string | null;
}

/** Everything at once: the refs are read once, and serve all three answers. */
export async function report(asked: ReportRequest, listen: Listener): Promise<ReportAnswer[]> {
  const repository = await openRepository(asked.directory);
  try {
    const request = await settle(asked, repository);
    const webUrl = await repository.webUrl();
    const refs = await refsFor(request, request.against, repository);
    const answers: ReportAnswer[] = [];
    for (const scanned of await scanRefs(request, refs, repository, listen)) {
      const carrying = request.against.length > 0 ? refs : carriers(refs, scanned);
      const traces = await traceHistory(seedOf(scanned), carrying, request, repository, listen);
      for (const trace of traces) {
        const [timeline] = timelinesOf(trace, false);
        const behaviors = scanned.result.packs.find(({ pack }) => pack === trace.pack)?.behaviors ?? [];
        if (timeline === undefined) continue;
        const evaluated = evaluatedRefs(refs, scanned, behaviors);
        const matrix = buildMatrix(trace.pack, evaluated);
        const backports = await withPolicies(backportsOf(trace), request.found, repository);
        const findings = await standingOn(trace.pack, evaluated, scanned, request.settingOf, repository);
        answers.push({ matrix, timeline, backports, findings, pack: trace.pack, webUrl });
      }
    }
    return answers;
  } finally {
    await repository.close();
  }
}

/** What the rules see on the first ref. */
async function standingOn(
  pack: Pack,
  [here, ...others]: readonly EvaluatedRef[],
  { snapshots }: Scanned,
  settingOf: SettingOf,
  repository: Repository,
): Promise<Finding[]> {
  if (here === undefined) return [];
  const trees = { base: null, head: snapshots[0]?.entries ?? [] };
  const hazards = (await hazardsOfSides([pack], trees, repository)).get(pack)?.onHead ?? [];
  const seen = findStanding({ pack, here, others }, hazards).map((sighting) => ({ sighting, behavior: pack.id }));
  return standingFindings(seen, here.view, settingOf);
}
