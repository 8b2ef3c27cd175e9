import type { Patch, PatchRequest, Repository, UnreadFile } from "../../git/index.js";
import { readCommitLog } from "../../git/index.js";
import { once } from "../../primitives/index.js";
import type { Remark, Undoes, UndoesAnswer } from "./answer.js";
import { type Argument, beginningOf, readArgument } from "./argument.js";
import { readPatches, remarksOn } from "./build-index.js";
import { changeOf } from "./change.js";
import { CommitGraph } from "./commit-graph.js";
import { readDeclaration } from "./declared.js";
import { siblingsOf } from "./lift.js";
import { buildLimitedIndex } from "./limited-index.js";
import type { Question } from "./question.js";
import { declaredCommits, findUndone } from "./undone.js";

export interface UndoesOptions {
  /** Also what does not pass the threshold. */
  readonly all?: boolean;
  /** The branch that pull requests go to; the first default ref unless told. */
  readonly main?: string;
}

/** Changes of which somebody wants to know what they take back. */
export interface UndoesQuestion {
  /** In the order asked. Reads the log, and what the changes did. */
  changes(): Promise<readonly Pick<UndoesAnswer, "base" | "commit">[]>;
  /** Reads the history of the files that the changes touch, and nothing else. */
  answer(): Promise<Undoes>;
}

/** Resolves what was typed: commits, `BASE..HEAD`, `#12`. The rest is done when it is asked for, and git works on it then. */
export async function askUndoes(
  repository: Repository,
  typed: readonly string[],
  options: UndoesOptions = {},
): Promise<UndoesQuestion> {
  const mainRef = options.main ?? (await repository.defaultRefs())[0] ?? "HEAD";
  const mainTip = (await repository.resolve([mainRef]))[0]?.commit ?? "";
  const asked: Argument[] = [];
  for (const each of typed) asked.push(await readArgument(repository, each, mainTip));
  const tips = [...new Set([mainTip, ...asked.map(({ commit }) => commit)])];
  const read = once(() => readAsked(repository, asked, tips));
  return {
    changes: async () => (await read()).changes.map(({ base, argument: { commit } }) => ({ base, commit })),
    answer: async () => answerAll(repository, await read(), options),
  };
}

/** Which earlier commits of its branch each change takes back. */
export async function undoes(
  repository: Repository,
  typed: readonly string[],
  options: UndoesOptions = {},
): Promise<Undoes> {
  return (await askUndoes(repository, typed, options)).answer();
}

/** What is asked about, and the history that it is part of. */
interface Asked {
  readonly graph: CommitGraph;
  readonly changes: readonly ReadChange[];
}

interface ReadChange {
  readonly argument: Argument;
  readonly base: string | null;
  /** Null where it cannot be read, and for a commit that is no change. */
  readonly patch: Patch | null;
  readonly unread: readonly UnreadFile[];
}

async function readAsked(
  { gitDirectory }: Repository,
  asked: readonly Argument[],
  tips: readonly string[],
): Promise<Asked> {
  // What single commits did is compared while git logs; whether one is a merge, which is no change by itself, the log tells.
  const singles = asked.filter(({ since }) => since === null).map(({ commit }) => ({ commit }));
  const [log, done] = await Promise.all([readCommitLog(gitDirectory, tips), readEach(gitDirectory, singles)]);
  const graph = new CommitGraph(log, tips);
  const changes: ReadChange[] = [];
  for (const argument of asked) {
    const { commit, since } = argument;
    const base = beginningOf(graph, argument);
    const number = graph.number(commit);
    const isMerge = number !== null && (graph.records[number]?.parents.length ?? 0) > 1;
    const request = base === null ? { commit } : { commit, against: base };
    const read = since === null && !isMerge ? done : await readEach(gitDirectory, [request]);
    changes.push({ argument, base, ...read(commit) });
  }
  return { graph, changes };
}

async function answerAll(repository: Repository, { graph, changes }: Asked, options: UndoesOptions): Promise<Undoes> {
  const answers: UndoesAnswer[] = [];
  const remarks: Remark[] = [];
  for (const change of changes) {
    const { answer, remarks: more } = await answerOne(repository, graph, change, options);
    answers.push(answer);
    remarks.push(...more);
  }
  return { format: "volteface/undoes@1", answers, remarks: distinct(remarks) };
}

async function answerOne(
  repository: Repository,
  graph: CommitGraph,
  { argument, base, patch, unread }: ReadChange,
  options: UndoesOptions,
): Promise<{ answer: UndoesAnswer; remarks: Remark[] }> {
  const { typed, commit } = argument;
  const own = graph.number(commit);
  const baseNumber = base === null ? null : graph.number(base);
  if (patch === null || own === null || baseNumber === null) {
    return { answer: { change: typed, commit, base, undone: [] }, remarks: remarksOn(unread) };
  }
  const question: Question = {
    change: changeOf(patch),
    before: graph.reachable([baseNumber]),
    excluded: argument.since === null ? siblingsOf(graph, own) : new Set(),
  };
  const [record] = await repository.commitMessages([commit]);
  const declaration = readDeclaration(record ?? { subject: "", body: "" });
  const limited = await buildLimitedIndex(
    repository.gitDirectory,
    graph,
    question,
    declaredCommits(graph, question, declaration),
  );
  const undone = findUndone(graph, limited.index, limited.question, { ...options, declaration });
  const tooLarge: Remark[] = patch.truncated ? [{ code: "commit-too-large", commit }] : [];
  return {
    answer: { change: typed, commit, base, undone },
    remarks: [...remarksOn(unread), ...tooLarge, ...limited.remarks],
  };
}

/** What each commit did; null where it cannot be read. */
async function readEach(
  gitDirectory: string,
  requests: readonly PatchRequest[],
): Promise<(commit: string) => Pick<ReadChange, "patch" | "unread">> {
  const patches = new Map<string, Patch>();
  const unread = await readPatches(gitDirectory, requests, undefined, (patch) => patches.set(patch.commit, patch));
  return (commit) => ({
    patch: patches.get(commit) ?? null,
    unread: unread.filter((file) => file.commit === commit),
  });
}

function distinct(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values()];
}
