import { openRepository } from "../git/index.js";
import { type Backports, buildBackports } from "../history/index.js";
import type { Pack } from "../rules/index.js";
import type { Listener } from "./progress.js";
import { tracesFor } from "./timeline.js";
import type { Trace } from "./trace-history.js";

/** What backports are asked for. */
export interface BackportsRequest {
  readonly directory: string;
  /** The source branch, as typed; null for the default branch. */
  readonly from: string | null;
  /** The branches that may carry its changes; empty for all that look like releases. */
  readonly refs: readonly string[];
  readonly rules: readonly string[];
  readonly deep: boolean;
  readonly cache: boolean;
}

export interface BackportsAnswer {
  readonly backports: Backports;
  readonly pack: Pack | null;
  readonly webUrl: string | null;
}

/** For each change of behavior on the source branch, whether the other branches have it, too. */
export async function backports(request: BackportsRequest, listen: Listener): Promise<BackportsAnswer[]> {
  const repository = await openRepository(request.directory);
  try {
    const webUrl = await repository.webUrl();
    const history = { ...request, ref: request.from, proposals: false, pullRequests: null };
    const traces = await tracesFor(history, repository, listen, request.refs);
    return traces.map((trace) => ({ backports: backportsOf(trace), pack: trace.pack, webUrl }));
  } finally {
    await repository.close();
  }
}

export function backportsOf({ pack, ref, line, branches }: Trace): Backports {
  return buildBackports({ behavior: pack.id, from: ref, line, branches });
}
