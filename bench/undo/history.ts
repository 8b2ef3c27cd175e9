import { execFileSync } from "node:child_process";
import { resolve, sep } from "node:path";
import { readCommitLog } from "../../src/git/commit-log.js";
import type { Patch } from "../../src/git/patches.js";
import { buildLineIndex, readPatches } from "../../src/history/lines/build-index.js";
import { CommitGraph } from "../../src/history/lines/commit-graph.js";
import type { LineIndex } from "../../src/history/lines/line-index.js";
import { patchIdentity } from "./patch-identity.js";

/** A repository with all that its branches hold. */
export interface History {
  readonly name: string;
  readonly gitDirectory: string;
  readonly graph: CommitGraph;
  readonly index: LineIndex;
  /** 1 for each commit of the main branch. */
  readonly onMain: Uint8Array;
  /** Commits by what `patchIdentity` says of them. */
  readonly identities: ReadonlyMap<number, readonly number[]>;
}

export async function openHistory(directory: string): Promise<History> {
  const gitDirectory = resolve(directory);
  const tips = headsOf(gitDirectory);
  const graph = new CommitGraph(await readCommitLog(gitDirectory, tips, { bodies: true }), tips);
  const identities = new Map<number, number[]>();
  const onMain = graph.reachable([graph.number(tips[0] ?? "") ?? 0]);
  const noteIdentity = (commit: number, patch: Patch) => {
    const identity = patchIdentity(patch);
    identities.set(identity, [...(identities.get(identity) ?? []), commit]);
  };
  const { index } = await buildLineIndex(gitDirectory, graph, noteIdentity, onMain);
  identities.delete(0);
  return { name: nameOf(gitDirectory), gitDirectory, graph, index, onMain, identities };
}

/** The folder that a git directory is called after. */
export function nameOf(gitDirectory: string): string {
  const folders = resolve(gitDirectory).split(sep);
  return folders.findLast((folder) => !/^(?:\.git|repo)$/.test(folder))?.replace(/\.git$/, "") ?? "";
}

/** The weights and thresholds were tuned on kube-ovn and kueue alone. */
export function isTunedOn(name: string): boolean {
  return /kube-ovn|kueue/.test(name);
}

/** Heads of all branches, the main one first. */
export function headsOf(gitDirectory: string): string[] {
  const git = (...words: string[]) =>
    execFileSync("git", ["--git-dir", gitDirectory, ...words], { encoding: "utf8" }).trim();
  const heads = git("for-each-ref", "--format=%(objectname) %(refname:lstrip=2)", "refs/heads").split("\n");
  const main = heads.find((line) => / (?:main|master)$/.test(line)) ?? heads[0] ?? "";
  return [...new Set([main, ...heads].map((line) => line.slice(0, line.indexOf(" "))))];
}

/** The patches of some commits, by number. */
export async function patchesOf(
  { gitDirectory, graph }: History,
  commits: Iterable<number>,
): Promise<Map<number, Patch>> {
  const patches = new Map<number, Patch>();
  const requests = [...new Set(commits)].map((commit) => ({ commit: graph.id(commit) }));
  await readPatches(gitDirectory, requests, undefined, (patch) => {
    const commit = graph.number(patch.commit);
    if (commit !== null) patches.set(commit, patch);
  });
  return patches;
}
