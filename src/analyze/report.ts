import { buildMatrix, type Matrix } from "../behavior/index.js";
import { openRepository } from "../git/index.js";
import type { Backports, Timeline } from "../history/index.js";
import type { Pack } from "../rules/index.js";
import { backportsOf } from "./backports.js";
import type { Listener } from "./progress.js";
import { scanRefs } from "./scan-refs.js";
import { completeRequest } from "./settings/complete-request.js";
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

/** Matrix, timeline and backports of one behavior. */
export interface ReportAnswer {
  readonly matrix: Matrix;
  readonly timeline: Timeline;
  readonly backports: Backports;
  readonly pack: Pack;
  readonly webUrl: string | null;
}

/** Everything at once: the refs are read once, and serve all three answers. */
export async function report(asked: ReportRequest, listen: Listener): Promise<ReportAnswer[]> {
  const repository = await openRepository(asked.directory);
  try {
    const request = await completeRequest(asked, repository);
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
        const matrix = buildMatrix(trace.pack, evaluatedRefs(refs, scanned, behaviors));
        const backports = await withPolicies(backportsOf(trace), request.found, repository);
        answers.push({ matrix, timeline, backports, pack: trace.pack, webUrl });
      }
    }
    return answers;
  } finally {
    await repository.close();
  }
}
