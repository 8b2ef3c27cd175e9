import { openRepository, type Repository, type ResolvedRef } from "../git/index.js";
import { type Backports, buildBackports, findPicks, numbersOf } from "../history/index.js";
import { Failure } from "../primitives/index.js";
import type { Pack } from "../rules/index.js";
import type { Listener } from "./progress.js";
import { completeRequest, type SettledBySettings } from "./settings/complete-request.js";
import { withPolicies } from "./settings/with-policies.js";
import { tracesFor } from "./timeline.js";
import type { Trace } from "./trace/trace-history.js";

/** What backports are asked for. */
export interface BackportsRequest extends SettledBySettings {
  readonly directory: string;
  /** The source branch, as typed; null for the default branch. */
  readonly from: string | null;
  /** The branches that may carry its changes; empty for all that look like releases. */
  readonly refs: readonly string[];
  /** Commits or `#12` to look for instead of the changes of behavior; empty for the latter. */
  readonly changes: readonly string[];
  readonly deep: boolean;
  readonly cache: boolean;
}

export interface BackportsAnswer {
  readonly backports: Backports;
  readonly pack: Pack | null;
  readonly webUrl: string | null;
}

/** For each change of behavior on the source branch, whether the other branches have it, too. */
export async function backports(asked: BackportsRequest, listen: Listener): Promise<BackportsAnswer[]> {
  const repository = await openRepository(asked.directory);
  try {
    const request = await completeRequest(asked, repository);
    const webUrl = await repository.webUrl();
    const answers = await answersTo(request, repository, listen);
    return await Promise.all(
      answers.map(async (answer) => ({
        backports: await withPolicies(answer.backports, request.found, repository),
        pack: answer.pack,
        webUrl,
      })),
    );
  } finally {
    await repository.close();
  }
}

async function answersTo(
  request: BackportsRequest,
  repository: Repository,
  listen: Listener,
): Promise<Omit<BackportsAnswer, "webUrl">[]> {
  if (request.changes.length > 0) return [{ backports: await pickedChanges(request, repository), pack: null }];
  const history = { ...request, ref: request.from, proposals: false, pullRequests: null };
  const traces = await tracesFor(history, repository, listen, request.refs);
  return traces.map((trace) => ({ backports: backportsOf(trace), pack: trace.pack }));
}

/** Any changes, whatever they do: by ancestry, trailers, numbers and content. */
async function pickedChanges({ from, refs, changes }: BackportsRequest, repository: Repository): Promise<Backports> {
  const known = await repository.defaultRefs();
  const source = from ?? known[0] ?? "HEAD";
  const branches = (refs.length > 0 ? refs : known).filter((ref) => ref !== source);
  const [origin, ...others] = await repository.resolve([source, ...branches]);
  if (origin === undefined) throw new Failure("unknown-ref-without-suggestion", { ref: source });
  const commits = await commitsOf(changes, origin, repository);
  const picks = await findPicks(repository, { from: origin, changes: commits, refs: others });
  return {
    format: "volteface/backports@1",
    behavior: null,
    from: source,
    refs: branches,
    changes: picks.changes.map(({ commit, pullRequest, subject, on }) => ({
      commit,
      pullRequest,
      subject,
      superseded: false,
      on: Object.fromEntries(
        Object.entries(on).map(([ref, { status, commit: there, witnesses }]) => [
          ref,
          { status, commit: there, witnesses },
        ]),
      ),
    })),
  };
}

/** A number stands for the commit of the source branch that carries it; a pull request that was never merged for its head. */
async function commitsOf(changes: readonly string[], origin: ResolvedRef, repository: Repository): Promise<string[]> {
  const wanted = new Set(changes.filter((change) => change.startsWith("#")).map((change) => Number(change.slice(1))));
  const found = new Map<number, string>();
  if (wanted.size > 0) {
    for await (const record of repository.history(origin.commit)) {
      for (const number of numbersOf(record))
        if (wanted.has(number) && !found.has(number)) found.set(number, record.commit);
      if (found.size === wanted.size) break;
    }
  }
  const commits = changes.map((change) => (change.startsWith("#") ? found.get(Number(change.slice(1))) : undefined));
  const rest = changes.filter((_, index) => commits[index] === undefined);
  const resolved = await repository.resolve(rest);
  return changes.map((change, index) => commits[index] ?? resolved.find(({ ref }) => ref === change)?.commit ?? change);
}

export function backportsOf({ pack, ref, line, branches }: Trace): Backports {
  return buildBackports({ behavior: pack.id, from: ref, line, branches });
}
