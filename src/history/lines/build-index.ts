import { type Patch, type PatchRequest, streamPatches, type UnreadFile } from "../../git/index.js";
import type { Remark } from "./answer.js";
import { changeOf } from "./change.js";
import type { CommitGraph } from "./commit-graph.js";
import { fileWeight, NOT_COMPARED } from "./file-class.js";
import { LineIndex } from "./line-index.js";

/** Reads patches with the files that count. */
export function readPatches(
  gitDirectory: string,
  requests: readonly PatchRequest[],
  only: readonly string[] | undefined,
  onPatch: (patch: Patch) => void,
): Promise<UnreadFile[]> {
  const accept = (path: string) => fileWeight(path) > 0;
  return streamPatches(
    gitDirectory,
    requests,
    { without: NOT_COMPARED, accept, ...(only === undefined ? {} : { only }) },
    onPatch,
  );
}

/** The commits that have a change of their own: not merges, and not where a shallow clone ends. */
export function changingCommits(graph: CommitGraph, wanted: (commit: number) => boolean): PatchRequest[] {
  return graph.records
    .filter(({ parents, shallow }, number) => parents.length < 2 && !shallow && wanted(number))
    .map(({ commit }) => ({ commit }));
}

/**
 * Indexes all commits of a graph: about as long as `git log -p -U0` takes. Worth it
 * for many questions; a single one is answered faster without.
 *
 * @param onPatch sees each patch once, in the order of the graph
 * @param counted see `LineIndex.seal`
 */
export async function buildLineIndex(
  gitDirectory: string,
  graph: CommitGraph,
  onPatch: (commit: number, patch: Patch) => void = () => undefined,
  counted?: Uint8Array,
): Promise<{ index: LineIndex; remarks: Remark[] }> {
  const index = new LineIndex(graph.records.length);
  const requests = changingCommits(graph, () => true);
  const unread = await readPatches(gitDirectory, requests, undefined, (patch) => {
    const commit = graph.number(patch.commit);
    if (commit === null) return;
    index.add(commit, changeOf(patch));
    onPatch(commit, patch);
  });
  index.seal(counted);
  return { index, remarks: [...remarksOn(unread), ...tooLarge(graph, index), ...endOfHistory(graph)] };
}

export function remarksOn(unread: readonly UnreadFile[]): Remark[] {
  return unread.map(({ commit, path }) => ({ code: "file-unread", commit, path }));
}

export function tooLarge(graph: CommitGraph, index: LineIndex): Remark[] {
  return index.truncated.map((number) => ({ code: "commit-too-large", commit: graph.id(number) }));
}

export function endOfHistory(graph: CommitGraph): Remark[] {
  const commits = graph.records.filter(({ shallow }) => shallow).map(({ commit }) => commit);
  return commits.length === 0 ? [] : [{ code: "history-ends", commits: commits.sort() }];
}
