import { type CommitRecord, openRepository, type Repository } from "../../git/index.js";
import { numbersOf } from "../../history/index.js";
import {
  decide,
  type Replay,
  type ReplayedMerge,
  type ReviewFacts,
  type SettingOf,
  settingByDefault,
  tallyReplay,
} from "../../review/index.js";
import type { Listener } from "../progress.js";
import { RememberedAnswers } from "../remembered-answers.js";
import { gatherFacts } from "./review.js";

/** What a replay is asked for. */
export interface ReplayRequest {
  readonly directory: string;
  /** As typed; null for the default branch. */
  readonly ref: string | null;
  /** So many merges, the latest ones. */
  readonly last: number;
  readonly rules: readonly string[];
  /** Null for what the settings file says, or else the rules' own. */
  readonly settingOf: SettingOf | null;
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
    const settingOf = request.settingOf ?? settingByDefault;
    const records = await latestMerges(head.commit, request.last, repository);
    const merges: ReplayedMerge[] = [];
    for (const [index, record] of records.entries()) {
      listen({ kind: "stage", name: "merges", done: index, total: records.length });
      const facts = await factsOf(record, { ...request, settingOf }, repository);
      merges.push({ ...mergeOf(record), review: decide(facts, { settingOf, all: false }) });
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
  { directory, rules, settingOf, cache }: ReplayRequest & { readonly settingOf: SettingOf },
  repository: Repository,
): Promise<ReviewFacts> {
  const base = parents[0] ?? null;
  const others = await repository.resolve(await repository.defaultRefs());
  const byLines = settingOf("undoes-by-lines").mode !== "off";
  const memory = cache ? new RememberedAnswers<ReviewFacts>({ replay: 1, base, commit, others, byLines }, rules) : null;
  const remembered = await memory?.get();
  if (remembered != null) return remembered.answer;
  const request = { directory, base, head: commit, number: null, against: [], rules, all: false, text: null };
  const rest = { dispositions: [], settingOf, pullRequests: null, cache };
  const { facts, unread } = await gatherFacts(repository, { ...request, ...rest }, () => {});
  if (unread === 0) await memory?.put({ answer: facts, remarks: [] });
  return facts;
}
