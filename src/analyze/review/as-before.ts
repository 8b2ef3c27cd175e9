import type { CommitRecord, HistoryCommit, Repository, ResolvedRef } from "../../git/index.js";
import { numbersOf } from "../../history/index.js";
import { goFrontEnd } from "../../languages/index.js";
import { type Finding, findStanding, fingerprintOf, type ResolvedFinding } from "../../review/index.js";
import type { Pack } from "../../rules/index.js";
import { GroupScan } from "../group-scan.js";
import { findHazards } from "../hazards.js";
import type { TreeHazards } from "../hazards-of-tree.js";
import type { Tree } from "../tree.js";
import { evaluatedRefs } from "../view-ref.js";
import type { Sides } from "./sides.js";

type AsBefore = ResolvedFinding["asBefore"];

/** So many branches are looked through, and so many commits of each: it is a courtesy, and must cost little. */
const MOST_BRANCHES = 4;
const MOST_COMMITS = 200;

/**
 * What a change resolves, with the change that made the same go away on another branch since it left the
 * base: on the default branch, else on the latest release. Hazards are seen in one file, so any commit may
 * have done it. For a rule on cells a tree has to be evaluated: only commits that bear one of the numbers or
 * the subject of this change are looked at.
 */
export async function withAsBefore(
  resolved: readonly ResolvedFinding[],
  { before, head, others }: Sides,
  {
    packs,
    record,
    cache,
  }: { readonly packs: readonly Pack[]; readonly record: CommitRecord | null; readonly cache: boolean },
  repository: Repository,
): Promise<ResolvedFinding[]> {
  if (before === null || resolved.length === 0) return [...resolved];
  const having = await repository.descendants(
    head.commit,
    others.map(({ commit }) => commit),
  );
  const branches = inOrder(others)
    .filter(({ commit }) => !having.has(commit))
    .slice(0, MOST_BRANCHES);
  const answers: ResolvedFinding[] = [];
  for (const each of resolved) {
    const pack = packs.find(({ id }) => id === each.finding.behavior);
    const known =
      pack === undefined
        ? null
        : await goneBefore(each.finding, { pack, record, cache, base: before.commit }, branches, repository);
    answers.push({ ...each, asBefore: known });
  }
  return answers;
}

/** The default branch, which comes first, then the releases, latest first. */
function inOrder([first, ...releases]: readonly ResolvedRef[]): ResolvedRef[] {
  return first === undefined ? [] : [first, ...releases.reverse()];
}

/** What a finding was seen with: its pack, and the change that resolves it. */
interface Seen {
  readonly pack: Pack;
  readonly record: CommitRecord | null;
  /** The commit before the change. */
  readonly base: string;
  readonly cache: boolean;
}

type PlacedFinding = Finding & { readonly file: string };

async function goneBefore(
  finding: Finding,
  seen: Seen,
  branches: readonly ResolvedRef[],
  repository: Repository,
): Promise<AsBefore> {
  const { file } = finding;
  if (file === null) return null;
  const find = finding.facts.rule === "hazard" ? hazardEnded : cellFindingEnded;
  for (const { ref, commit } of branches) {
    const commits = await commitsOn(commit, seen.base, file, repository);
    const ended = await find({ ...finding, file }, commits, seen, repository);
    if (ended !== null) return { ref, commit: ended.commit, pullRequest: numbersOf(ended)[0] ?? null };
  }
  return null;
}

/** The commits of a branch that the base does not have and that touch a file, latest first. */
async function commitsOn(tip: string, base: string, file: string, repository: Repository): Promise<HistoryCommit[]> {
  const commits: HistoryCommit[] = [];
  for await (const commit of repository.history(tip, { until: base, paths: [file] })) {
    if (commits.push(commit) === MOST_COMMITS) break;
  }
  return commits;
}

/** The latest of the commits that are this change by number or subject, after which a rule on cells sees the finding no more. */
async function cellFindingEnded(
  { id, behavior }: PlacedFinding,
  commits: readonly HistoryCommit[],
  { pack, record, cache }: Seen,
  repository: Repository,
): Promise<HistoryCommit | null> {
  const isSame = (commit: HistoryCommit): boolean =>
    record !== null &&
    (commit.subject === record.subject || numbersOf(commit).some((number) => numbersOf(record).includes(number)));
  for (const commit of commits.filter(isSame)) {
    const refs = [...commit.parents.slice(0, 1), commit.commit].map((each) => ({ ref: each, commit: each }));
    const scanned = await new GroupScan([pack], refs, repository, cache, () => {}).finish();
    const has = evaluatedRefs(refs, scanned, scanned.result.packs[0]?.behaviors ?? []).map((here) =>
      findStanding({ pack, here, others: [] }, []).some((sighting) => fingerprintOf(behavior, sighting) === id),
    );
    if (has.length === 2 && has[0] === true && has[1] === false) return commit;
  }
  return null;
}

/** The latest commit after which the file no longer has what the finding is about. */
async function hazardEnded(
  { id, behavior, file }: PlacedFinding,
  commits: readonly HistoryCommit[],
  { pack }: Seen,
  repository: Repository,
): Promise<HistoryCommit | null> {
  const blobs = commits.map(({ changes }) => changes.find(({ path }) => path === file));
  const treeOf = (blob: string | null | undefined): Tree => (blob == null ? [] : [{ path: file, blob }]);
  const [found] = await findHazards(
    [pack],
    blobs.flatMap((change) => [treeOf(change?.before), treeOf(change?.after)]),
    repository.readBlobs,
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
