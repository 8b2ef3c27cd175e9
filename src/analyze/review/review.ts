import type { Matrix } from "../../behavior/index.js";
import { type CommitRecord, openRepository, type Repository } from "../../git/index.js";
import type { Backports, Timeline } from "../../history/index.js";
import { decide, type Remark, type Review, type ReviewFacts, readIntents } from "../../review/index.js";
import type { Pack } from "../../rules/index.js";
import type { Scanned } from "../group-scan.js";
import type { Listener } from "../progress.js";
import { scanRefs } from "../scan-refs.js";
import { withAsBefore } from "./as-before.js";
import { changeRecord } from "./change-record.js";
import { type Judged, judge } from "./judge.js";
import type { ReviewRequest } from "./request.js";
import { seenByLines } from "./seen-by-lines.js";
import { type Settled, settle } from "./settle.js";
import { changedRefs, commitsOf, refsOf, resolveSides, type Sides } from "./sides.js";

/** A review, and what stands behind it for each behavior. */
export interface ReviewAnswer {
  readonly review: Review;
  readonly behind: readonly Behind[];
  readonly webUrl: string | null;
}
export interface Behind {
  readonly pack: Pack;
  /** Base, head and the branches beside them. */
  readonly matrix: Matrix;
  /** The story of the base, with the change at its end, and which branches have the change; null where it leaves the behavior as it is. */
  readonly story: { readonly timeline: Timeline; readonly backports: Backports } | null;
}

/** What a change is about to do: what it changes, whom it undoes, what it brings in and mends, and where it is missing. */
export async function review(request: ReviewRequest, listen: Listener): Promise<ReviewAnswer> {
  const repository = await openRepository(request.directory);
  try {
    return await reviewIn(repository, request, listen);
  } finally {
    await repository.close();
  }
}

/** The same, in a repository that is open already. */
async function reviewIn(repository: Repository, request: ReviewRequest, listen: Listener): Promise<ReviewAnswer> {
  const settled = await settle(request, repository);
  const { facts, behind, sides, record } = await gatherFacts(repository, settled, listen);
  const { settingOf, all } = settled;
  const decided = decide(facts, { settingOf, all });
  const packs = behind.map(({ pack }) => pack);
  const known = { packs, record, cache: settled.cache };
  const resolved = await withAsBefore(decided.resolved, sides, known, repository);
  return { review: { ...decided, resolved }, behind, webUrl: await repository.webUrl() };
}

/** Facts, what stands behind them, and how many objects they miss. */
export interface GatheredFacts {
  readonly facts: ReviewFacts;
  readonly behind: readonly Behind[];
  readonly sides: Sides;
  /** The change as one commit; null where there is none. */
  readonly record: CommitRecord | null;
  readonly unread: number;
}

/** All that is known of a change, before it is decided what of it to tell. Of the settings of rules only which are off matters. */
export async function gatherFacts(
  repository: Repository,
  request: Settled<ReviewRequest>,
  listen: Listener,
): Promise<GatheredFacts> {
  const sides = await resolveSides(request, repository, listen);
  const commits = await commitsOf(sides, repository);
  const record = changeRecord(commits, request);
  const judged: Judged[] = [];
  const scans = await scanRefs(request, refsOf(sides), repository, listen, changedRefs(sides).length);
  for (const scanned of scans) judged.push(...(await judge(scanned, sides, record, request, repository, listen)));
  const isTold = judged.some(({ story }) => story?.event != null);
  const byLines = isTold ? { seen: [], remarks: [] } : await seenByLines(sides, request, repository);
  const { intents, without } = readIntents(textsOf(commits, request));
  const { base, head, mergeBase } = sides;
  const unread = unreadIn(scans);
  const facts: ReviewFacts = {
    base,
    head,
    mergeBase,
    behaviors: judged.map(({ pack }) => pack.id),
    changes: judged.flatMap(changesOf),
    relations: judged.flatMap(relationsOf),
    ofChange: [...judged.flatMap(({ ofChange }) => ofChange), ...byLines.seen],
    onHead: judged.flatMap(({ onHead }) => onHead),
    onBase: judged.flatMap(({ onBase }) => onBase),
    intents,
    dispositions: request.dispositions,
    remarks: [...sides.remarks, ...without.map(withoutReason), ...unreadSources(unread), ...byLines.remarks],
  };
  const behind = judged.map(({ pack, matrix, story }) => ({ pack, matrix, story }));
  return { facts, behind, sides, record, unread };
}

function unreadIn(scans: readonly Scanned[]): number {
  return new Set(scans.flatMap(({ result }) => [...result.unread.keys()])).size;
}

/** What could not be read may change behavior, and nobody would know. */
function unreadSources(sources: number): Remark[] {
  return sources === 0 ? [] : [{ code: "sources-unread", fields: { sources } }];
}

function textsOf(commits: readonly CommitRecord[], { text }: ReviewRequest): string[] {
  return [text?.description ?? "", ...commits.map(({ body }) => body)];
}

function changesOf({ pack, story }: Judged): ReviewFacts["changes"] {
  return (story?.event?.changes ?? []).map((change) => ({ behavior: pack.id, ...change }));
}

function relationsOf({ pack, story }: Judged): ReviewFacts["relations"] {
  return (story?.event?.relations ?? []).map((relation) => ({ behavior: pack.id, ...relation }));
}

function withoutReason(target: string): Remark {
  return { code: "intent-without-reason", fields: { target } };
}
