import { type CommitRecord, openRepository, type Repository } from "../../git/index.js";
import { numbersOf } from "../../history/index.js";
import { decide, type Replay, type ReplayedMerge, type ReviewFacts, tallyReplay } from "../../review/index.js";
import type { Listener } from "../progress.js";
import { RememberedAnswers } from "../remembered-answers.js";
import type { SettledBySettings } from "../settings/complete-request.js";
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
    const merges: ReplayedMerge[] = [];
    for (const [index, record] of records.entries()) {
      listen({ kind: "stage", name: "merges", done: index, total: records.length });
      const facts = await factsOf(record, settled, repository);
      merges.push({ ...mergeOf(record), review: decide(facts, { settingOf: settled.settingOf, all: false }) });
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

function mergeOf(record: CommitRecord): Omit<ReplayedMerge, "review"> {
  const { commit, subject, committerDate } = record;
  return { commit, pullRequest: numbersOf(record)[0] ?? null, subject, date: committerDate };
}

async function factsOf(
  { commit, parents }: CommitRecord,
  settled: Settled<ReplayRequest>,
  repository: Repository,
): Promise<ReviewFacts> {
  const base = parents[0] ?? null;
  const others = await repository.resolve(await repository.defaultRefs());
  const { rules, ignore, found, cache, settingOf } = settled;
  const byLines = settingOf("undoes-by-lines", null).mode !== "off";
  const question = { replay: 1, base, commit, others, byLines, ignore, branches: found?.branches ?? [] };
  const memory = cache ? new RememberedAnswers<ReviewFacts>(question, rules) : null;
  const remembered = await memory?.get();
  if (remembered != null) return remembered.answer;
  const request = { ...settled, base, head: commit, number: null, against: [], all: false, text: null };
  const { facts, unread } = await gatherFacts(
    repository,
    { ...request, dispositions: [], pullRequests: null },
    () => {},
  );
  if (unread === 0) await memory?.put({ answer: facts, remarks: [] });
  return facts;
}
