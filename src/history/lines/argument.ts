import type { Repository } from "../../git/index.js";
import { Failure } from "../../primitives/index.js";
import type { CommitGraph } from "./commit-graph.js";

/** What is asked about: a commit, a range, or a pull request. */
export interface Argument {
  /** As typed. */
  readonly typed: string;
  /** The commit, or the end of the range. */
  readonly commit: string;
  /** Where a range or a pull request begins; null for a single commit. */
  readonly since: string | null;
}

const RANGE = /^(.*?)\.{2,3}(.*)$/;
const PULL_REQUEST = /^#\d+$/;

/** Reads a commit, `BASE..HEAD` (from their merge base, as a pull request is) or `#12`. Fails as `Repository.resolve` does. */
export async function readArgument(repository: Repository, typed: string, mainTip: string): Promise<Argument> {
  const range = RANGE.exec(typed);
  if (range !== null) {
    const [base, head] = await repository.resolve([range[1] || "HEAD", range[2] || "HEAD"]);
    return await between(repository, typed, base?.commit ?? "", head?.commit ?? "");
  }
  const [resolved] = await repository.resolve([typed]);
  const commit = resolved?.commit ?? "";
  return PULL_REQUEST.test(typed) ? await between(repository, typed, mainTip, commit) : { typed, commit, since: null };
}

async function between(repository: Repository, typed: string, base: string, head: string): Promise<Argument> {
  const since = await repository.mergeBase(base, head);
  if (since === null) throw new Failure("no-common-history", { ref: typed });
  return { typed, commit: head, since };
}

/**
 * Where the change begins. A pull request that was merged as it is has its head as
 * merge base: it begins where the merge's other side forked.
 */
export function beginningOf(graph: CommitGraph, { commit, since }: Argument): string | null {
  const number = graph.number(commit);
  if (since === null) return number === null ? null : (graph.records[number]?.parents[0] ?? null);
  if (since !== commit || number === null) return since;
  const merge = graph.mergeOf(number);
  const main = merge === null ? undefined : graph.parents(merge)[0];
  if (main === undefined) return graph.records[number]?.parents[0] ?? null;
  const fork = graph.mergeBase(main, number);
  return fork === null ? null : graph.id(fork);
}
