import type { HistoryCommit, Repository, ResolvedRef } from "../../git/index.js";
import { numbersOf } from "../../history/index.js";
import { goFrontEnd } from "../../languages/index.js";
import { type Finding, fingerprintOf, type ResolvedFinding } from "../../review/index.js";
import type { Pack } from "../../rules/index.js";
import { findHazards } from "../hazards.js";
import type { TreeHazards } from "../hazards-of-tree.js";
import type { Tree } from "../tree.js";
import type { Sides } from "./sides.js";

type AsBefore = ResolvedFinding["asBefore"];

/** So many branches are looked through, and so many commits of each: it is a courtesy, and must cost little. */
const MOST_BRANCHES = 4;
const MOST_COMMITS = 200;

/**
 * What a change resolves, with the change that made the same go away on another branch since it left the
 * base: on the default branch, else on the latest release. Hazards only: they are seen in one file. For a
 * rule on cells the history of the other branch would have to be evaluated.
 */
export async function withAsBefore(
  resolved: readonly ResolvedFinding[],
  { before, head, others }: Sides,
  packs: readonly Pack[],
  repository: Repository,
): Promise<ResolvedFinding[]> {
  const isHazard = ({ finding }: ResolvedFinding): boolean => finding.facts.rule === "hazard";
  if (before === null || !resolved.some(isHazard)) return [...resolved];
  const lines: Line[] = [];
  for (const branch of inOrder(others)) {
    if (lines.length === MOST_BRANCHES) break;
    if (await repository.isAncestor(head.commit, branch.commit)) continue;
    lines.push({ branch, until: await repository.mergeBase(before.commit, branch.commit) });
  }
  const answers: ResolvedFinding[] = [];
  for (const each of resolved) {
    const pack = packs.find(({ id }) => id === each.finding.behavior);
    const known =
      !isHazard(each) || pack === undefined ? null : await goneBefore(each.finding, pack, lines, repository);
    answers.push({ ...each, asBefore: known });
  }
  return answers;
}

/** A branch, and where it left the base's history. */
interface Line {
  readonly branch: ResolvedRef;
  readonly until: string | null;
}

/** The default branch, which comes first, then the releases, latest first. */
function inOrder([first, ...releases]: readonly ResolvedRef[]): ResolvedRef[] {
  return first === undefined ? [] : [first, ...releases.reverse()];
}

async function goneBefore(
  finding: Finding,
  pack: Pack,
  lines: readonly Line[],
  repository: Repository,
): Promise<AsBefore> {
  for (const { branch, until } of lines) {
    const record = until === null ? null : await commitThatEnded(finding, pack, { branch, until }, repository);
    if (record !== null) return { ref: branch.ref, commit: record.commit, pullRequest: numbersOf(record)[0] ?? null };
  }
  return null;
}

/** The latest commit of a line after which a file no longer has what the finding is about. */
async function commitThatEnded(
  { id, file, behavior }: Finding,
  pack: Pack,
  { branch, until }: { readonly branch: ResolvedRef; readonly until: string },
  repository: Repository,
): Promise<HistoryCommit | null> {
  if (file === null) return null;
  const commits: HistoryCommit[] = [];
  for await (const commit of repository.history(branch.commit, { until, paths: [file] })) {
    if (commits.push(commit) === MOST_COMMITS) break;
  }
  const blobs = commits.map(({ changes }) => changes.find(({ path }) => path === file));
  const treeOf = (blob: string | null | undefined): Tree => (blob == null ? [] : [{ path: file, blob }]);
  const [found] = await findHazards(
    [pack],
    blobs.flatMap((change) => [treeOf(change?.before), treeOf(change?.after)]),
    (asked, onBlob) => repository.readBlobs(asked, onBlob),
    goFrontEnd,
  );
  const has = (tree: TreeHazards | undefined): boolean =>
    tree?.sightings.some((sighting) => fingerprintOf(behavior, sighting) === id) ?? false;
  const ended = commits.findIndex((_, index) => {
    const [was, is] = [found?.trees[2 * index], found?.trees[2 * index + 1]];
    return has(was) && !has(is) && is?.unknown.length === 0;
  });
  return commits[ended] ?? null;
}
