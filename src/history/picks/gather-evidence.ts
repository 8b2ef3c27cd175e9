import type { Patch, Repository } from "../../git/index.js";
import { readCommitLog, readPatchIds } from "../../git/index.js";
import type { Remark } from "../lines/answer.js";
import { endOfHistory, remarksOn, tooLarge } from "../lines/build-index.js";
import { CommitGraph } from "../lines/commit-graph.js";
import { fileWeight } from "../lines/file-class.js";
import { FileHistories } from "../lines/file-histories.js";
import type { PickedChange } from "./answer.js";
import { Branch } from "./branch.js";
import { findCandidates } from "./candidates.js";
import type { Evidence } from "./evidence.js";
import { compareWithFiles, type RefFiles, readRefFiles } from "./files-there.js";
import type { PicksQuestion } from "./find-picks.js";
import { findRevertsOn } from "./find-reverts.js";
import { findPicksOn } from "./judge-picks.js";
import { type Known, readTexts } from "./known.js";
import { readOrigins } from "./origins.js";
import { type SourceChange, sourceChange } from "./source-change.js";

/** Files whose history is followed. */
const FOLLOWED = 400;

/** The evidence for one change on each ref, undecided. */
export interface ChangeEvidence extends Omit<PickedChange, "on"> {
  readonly on: Readonly<Record<string, Evidence>>;
}

export interface GatheredEvidence {
  readonly changes: readonly ChangeEvidence[];
  readonly remarks: readonly Remark[];
}

/** Gathers what speaks for and against each change on each ref. Reads only the histories of the files that the changes touch. */
export async function gatherEvidence(repository: Repository, question: PicksQuestion): Promise<GatheredEvidence> {
  const { graph, onSource, branches } = await readBranches(repository, question);
  const changes = question.changes
    .flatMap((commit) => graph.number(commit) ?? [])
    .map((number) => sourceChange(graph, number));
  const origins = await readOrigins(repository, graph, [...new Set(branches.flatMap((branch) => branch.own))]);
  const texts = readTexts(graph, onSource, origins);

  const histories = new FileHistories(repository.gitDirectory, graph, new Uint8Array(graph.records.length).fill(1));
  await histories.complete(changes.map(({ number }) => number));
  const files = filesOf(histories, changes);
  await histories.follow(files.slice(0, FOLLOWED));
  const sketch: Known = { ...texts, patchIds: new Map(), index: histories.index(onSource) };
  const pairs = branches.flatMap((branch) =>
    changes.map((change) => ({ branch, change, candidates: findCandidates(sketch, branch, change) })),
  );
  const candidates = [...new Set(pairs.flatMap((pair) => pair.candidates))];
  await histories.complete(candidates);
  const compared = [...changes.map(({ number }) => number), ...candidates].map((number) => ({
    commit: graph.id(number),
  }));
  const patchIds = await readPatchIds(repository.gitDirectory, compared);
  const known: Known = { ...texts, patchIds, index: histories.index(onSource) };

  const refFiles = await readRefFiles(repository, [...new Set(branches.map(({ commit }) => commit))], files);
  const found = pairs.map(({ branch, change, candidates }) => ({
    change,
    ref: branch.ref,
    evidence: evidenceOn(
      known,
      branch,
      change,
      candidates,
      histories.patch(change.number),
      refFiles.get(branch.commit),
    ),
  }));
  const left = files.length - FOLLOWED;
  const notFollowed: Remark[] =
    left > 0 ? [{ code: "files-not-followed", commit: question.from.commit, files: left }] : [];
  return {
    changes: changes.map((change) => ({
      commit: graph.id(change.number),
      pullRequest: change.pullRequests[0] ?? null,
      subject: graph.records[change.number]?.subject ?? "",
      on: Object.fromEntries(
        found.filter((each) => each.change === change).map(({ ref, evidence }) => [ref, evidence]),
      ),
    })),
    remarks: [...remarksOn(histories.unread), ...tooLarge(graph, known.index), ...notFollowed, ...endOfHistory(graph)],
  };
}

async function readBranches(
  repository: Repository,
  { from, refs }: PicksQuestion,
): Promise<{ graph: CommitGraph; onSource: Uint8Array; branches: Branch[] }> {
  const tips = [...new Set([from, ...refs].map(({ commit }) => commit))];
  const graph = new CommitGraph(await readCommitLog(repository.gitDirectory, tips, { bodies: true }), tips);
  const reachable = (commit: string) => {
    const number = graph.number(commit);
    return graph.reachable(number === null ? [] : [number]);
  };
  const onSource = reachable(from.commit);
  return {
    graph,
    onSource,
    branches: refs.map(({ ref, commit }) => new Branch(ref, commit, graph, reachable(commit), onSource)),
  };
}

/** The files that the changes touch and that count, under all names that the changes know, in order of the changes. */
function filesOf(histories: FileHistories, changes: readonly SourceChange[]): string[] {
  const files = changes.flatMap(({ number }) => histories.patch(number)?.files ?? []);
  return [...new Set(files.flatMap(({ path, oldPath }) => [path, oldPath ?? path]))].filter(
    (path) => fileWeight(path) > 0,
  );
}

function evidenceOn(
  known: Known,
  branch: Branch,
  change: SourceChange,
  candidates: readonly number[],
  patch: Patch | null,
  files: RefFiles | undefined,
): Evidence {
  const picks = findPicksOn(known, branch, change, candidates);
  return {
    ancestor: branch.has(change.number) ? change.number : null,
    picks,
    reverts: findRevertsOn(known, branch, change, picks),
    files: patch === null || files === undefined ? null : compareWithFiles(known.index, patch, files),
    behavior: null,
  };
}
