import type { Patch } from "../../src/git/patches.js";
import { pullRequestKey } from "../../src/history/lines/lift.js";
import { type History, patchesOf } from "./history.js";

/** A commit whose message says "This reverts commit …", and what it reverts. */
export interface Revert {
  readonly commit: number;
  /** The commits named; for a merge, what it brought. */
  readonly originals: readonly number[];
  /** The two are of one size, reversed, file by file: the revert took all back. */
  readonly full: boolean;
}

export interface Reverts {
  readonly reverts: readonly Revert[];
  /** Left out: the named commit is not in the history before the revert, or is of the same pull request. */
  readonly absent: number;
  readonly samePullRequest: number;
}

const DECLARED = /This reverts commit ([0-9a-f]{7,40})/g;
/** How far the sizes of a full revert may be off, of all changed lines: conflicts, imports, context. */
const SIZE_TOLERANCE = 0.2;

/** Reads the truth from messages and sizes, never from the text of lines. */
export async function findReverts(history: History): Promise<Reverts> {
  const { graph } = history;
  const pairs: { commit: number; originals: number[] }[] = [];
  let absent = 0;
  let samePullRequest = 0;
  for (const [commit, record] of graph.records.entries()) {
    if (record.parents.length !== 1) continue;
    const named = [...record.body.matchAll(DECLARED)].map((match) => match[1] ?? "");
    if (named.length === 0) continue;
    const before = graph.reachable(graph.parents(commit));
    const originals = named.map((id) => resolveOriginal(history, commit, before, id, record.subject));
    if (originals.some((original) => original === null)) absent += 1;
    else {
      const members = originals.flatMap((original) => withoutMerges(history, original ?? 0));
      const own = pullRequestKey(graph, commit);
      if (members.some((member) => pullRequestKey(graph, member) === own)) samePullRequest += 1;
      else pairs.push({ commit, originals: members });
    }
  }
  const patches = await patchesOf(
    history,
    pairs.flatMap(({ commit, originals }) => [commit, ...originals]),
  );
  const reverts = pairs
    .filter(({ commit }) => patches.has(commit))
    .map(({ commit, originals }) => ({
      commit,
      originals,
      full: isFull(
        patches.get(commit),
        originals.map((each) => patches.get(each)),
      ),
    }));
  return { reverts, absent, samePullRequest };
}

/** Squash merges name commits that are gone: then the latest commit with the quoted subject is meant. */
function resolveOriginal(
  { graph }: History,
  commit: number,
  before: Uint8Array,
  id: string,
  subject: string,
): number | null {
  const exact = graph.number(id) ?? graph.records.findIndex((record) => record.commit.startsWith(id));
  if (exact >= 0) return before[exact] === 1 ? exact : null;
  const quoted = /^Revert "(.*)"/.exec(subject)?.[1];
  for (let at = commit - 1; quoted !== undefined && at >= 0; at--) {
    if (before[at] === 1 && graph.records[at]?.subject === quoted) return at;
  }
  return null;
}

function withoutMerges({ graph }: History, commit: number): number[] {
  const [main, ...others] = graph.parents(commit);
  if (main === undefined || others.length === 0) return [commit];
  const known = graph.reachable([main]);
  const brought = graph.reachable(others);
  return [...brought.keys()].filter(
    (each) => brought[each] === 1 && known[each] !== 1 && graph.parents(each).length < 2,
  );
}

type Sizes = Map<string, { removed: number; added: number }>;

function isFull(revert: Patch | undefined, originals: readonly (Patch | undefined)[]): boolean {
  const taken: Sizes = new Map();
  const given: Sizes = new Map();
  addSizes(taken, revert);
  for (const original of originals) addSizes(given, original);
  let whole = 0;
  let off = 0;
  for (const path of new Set([...taken.keys(), ...given.keys()])) {
    const a = taken.get(path) ?? { removed: 0, added: 0 };
    const b = given.get(path) ?? { removed: 0, added: 0 };
    whole += a.removed + a.added + b.removed + b.added;
    off += Math.abs(a.removed - b.added) + Math.abs(a.added - b.removed);
  }
  return whole > 0 && off / whole <= SIZE_TOLERANCE;
}

function addSizes(sizes: Sizes, patch: Patch | undefined): void {
  for (const { path, hunks } of patch?.files ?? []) {
    const size = sizes.get(path) ?? { removed: 0, added: 0 };
    for (const hunk of hunks) {
      size.removed += hunk.removed.length;
      size.added += hunk.added.length;
    }
    if (size.removed + size.added > 0) sizes.set(path, size);
  }
}
