import { type CommitRecord, openRepository, type Repository, type ResolvedRef } from "../../git/index.js";
import { numbersOf } from "../../history/index.js";
import {
  decide,
  type Finding,
  type Replay,
  type ReplayedMerge,
  type ReviewFacts,
  tallyReplay,
} from "../../review/index.js";
import type { Listener } from "../progress.js";
import { RememberedAnswers } from "../remembered-answers.js";
import type { SettledBySettings } from "../settings/complete-request.js";
import type { WholeChange } from "../trace/events-of-changes.js";
import { concernedSteps } from "./concerned-steps.js";
import type { ReviewRequest } from "./request.js";
import { gatherFacts } from "./review.js";
import { type Settled, settle } from "./settle.js";

/** What a replay is asked for. */
export interface ReplayRequest extends SettledBySettings {
  readonly directory: string;
  /** As typed; null for the default branch. */
  readonly ref: string | null;
  /** So many merges, the latest ones. */
  readonly last: number;
  /** Facts of merges are remembered, so that a replay that was interrupted goes on where it was. */
  readonly cache: boolean;
}

export interface ReplayAnswer {
  readonly replay: Replay;
  readonly webUrl: string | null;
}

/** What would have been said about the latest merges of a branch, had each been a pull request now. */
export async function replay(request: ReplayRequest, listen: Listener): Promise<ReplayAnswer> {
  const repository = await openRepository(request.directory);
  try {
    const typed = request.ref ?? (await repository.defaultRefs())[0] ?? "HEAD";
    const [head] = await repository.resolve([typed]);
    if (head === undefined) throw new Error("a resolved ref for each that was asked");
    const settled = await settle(request, repository);
    const records = await latestMerges(head.commit, request.last, repository);
    const others = await repository.resolve(await repository.defaultRefs());
    const merges: ReplayedMerge[] = [];
    for (let from = 0; from < records.length; from += TOGETHER) {
      const batch = records.slice(from, from + TOGETHER);
      const told = (done: number) =>
        listen({ kind: "stage", name: "merges", done: from + done, total: records.length });
      merges.push(...(await replayBatch(batch, others, settled, repository, told)));
    }
    return { replay: tallyReplay(head, merges), webUrl: await repository.webUrl() };
  } finally {
    await repository.close();
  }
}

/** The latest commits of a line that have something to be compared with, oldest first. */
async function latestMerges(from: string, last: number, repository: Repository): Promise<CommitRecord[]> {
  const records: CommitRecord[] = [];
  for await (const { changes: _, shallow, ...record } of repository.history(from)) {
    if (shallow || record.parents.length === 0 || records.length === last) break;
    records.push(record);
  }
  return records.reverse();
}

/** So many merges are looked through together; what is known of one is lost only with its batch. */
const TOGETHER = 100;

/** Merges in a row. Only those of which nothing is remembered are looked at, and only those that change something reviewed. */
async function replayBatch(
  records: readonly CommitRecord[],
  others: readonly ResolvedRef[],
  settled: Settled<ReplayRequest>,
  repository: Repository,
  told: (done: number) => void,
): Promise<ReplayedMerge[]> {
  told(0);
  const merges = records.map((record) => ({ record, step: stepOf(record), memory: memoryOf(record, others, settled) }));
  const known = new Map<WholeChange, ReviewFacts | null>();
  for (const { step, memory } of merges) {
    const remembered = await memory?.get();
    if (remembered != null) known.set(step, remembered.answer);
  }
  const fresh = merges.flatMap(({ step }) => (known.has(step) ? [] : [step]));
  const concerned = await concernedSteps(fresh, settled, repository);
  const replayed: ReplayedMerge[] = [];
  for (const [index, { record, step, memory }] of merges.entries()) {
    told(index);
    const facts = known.get(step);
    if (facts !== undefined) {
      replayed.push({ ...mergeOf(record), findings: findingsOf(facts, settled) });
      continue;
    }
    const gathered = concerned.steps.has(step)
      ? await gatherFacts(repository, asReview(step, settled), () => {})
      : { facts: null, unread: concerned.unread };
    if (gathered.unread === 0) await memory?.put({ answer: gathered.facts, remarks: [] });
    replayed.push({ ...mergeOf(record), findings: findingsOf(gathered.facts, settled) });
  }
  return replayed;
}

function findingsOf(facts: ReviewFacts | null, { settingOf }: Settled<ReplayRequest>): readonly Finding[] {
  return facts === null ? [] : decide(facts, { settingOf, all: false }).findings;
}

function mergeOf(record: CommitRecord): Omit<ReplayedMerge, "findings"> {
  const { commit, subject, committerDate } = record;
  return { commit, pullRequest: numbersOf(record)[0] ?? null, subject, date: committerDate };
}

function stepOf({ commit, parents: [base = commit] }: CommitRecord): WholeChange {
  return { base, commit };
}

/** What is remembered of a merge: its facts, or null where it changes nothing that a rule looks at. */
function memoryOf(
  record: CommitRecord,
  others: readonly ResolvedRef[],
  { rules, ignore, found, cache, settingOf }: Settled<ReplayRequest>,
): RememberedAnswers<ReviewFacts | null> | null {
  if (!cache) return null;
  const { mode } = settingOf("undoes-by-lines", null);
  const question = { replay: 3, ...stepOf(record), others, byLines: mode, ignore, branches: found?.branches ?? [] };
  return new RememberedAnswers(question, rules);
}

function asReview({ base, commit }: WholeChange, settled: Settled<ReplayRequest>): Settled<ReviewRequest> {
  const request = { ...settled, base, head: commit, number: null, against: [], all: false, text: null };
  return { ...request, dispositions: [], pullRequests: null };
}
