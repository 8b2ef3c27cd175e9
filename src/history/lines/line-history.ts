import type { PatchRequest, Repository } from "../../git/index.js";
import { readCommitLog } from "../../git/index.js";
import type { Remark, UndoesAnswer } from "./answer.js";
import { buildLineIndex, readPatches } from "./build-index.js";
import { changeOf } from "./change.js";
import { CommitGraph } from "./commit-graph.js";
import { readDeclaration } from "./declared.js";
import { siblingsOf } from "./lift.js";
import type { LineIndex } from "./line-index.js";
import type { Question } from "./question.js";
import { findUndone, type UndoneOptions } from "./undone.js";

/**
 * The whole history of some branches, indexed for many questions: building takes
 * about as long as `git log -p -U0`, each answer then milliseconds. For a single
 * question, see `undoes`.
 */
export class LineHistory {
  private constructor(
    private readonly repository: Repository,
    private readonly graph: CommitGraph,
    private readonly index: LineIndex,
    readonly remarks: readonly Remark[],
  ) {}

  /** @param tips full ids of the branches' heads, the main one first: it says how rare a line is */
  static async open(repository: Repository, tips: readonly string[]): Promise<LineHistory> {
    const graph = new CommitGraph(await readCommitLog(repository.gitDirectory, tips), tips);
    const main = graph.number(tips[0] ?? "");
    const counted = graph.reachable(main === null ? [] : [main]);
    const { index, remarks } = await buildLineIndex(repository.gitDirectory, graph, () => undefined, counted);
    return new LineHistory(repository, graph, index, remarks);
  }

  /** Answers for commits of the history, by full id, in the order asked; a merge is what it brought. */
  async undoneBy(commits: readonly string[], options: Pick<UndoneOptions, "all"> = {}): Promise<UndoesAnswer[]> {
    const { graph, index, repository } = this;
    const records = await repository.commitMessages(commits);
    const declarations = new Map(
      records.flatMap((record) => (record === null ? [] : [[record.commit, readDeclaration(record)]])),
    );
    const answers = new Map<string, UndoesAnswer>();
    await readPatches(repository.gitDirectory, this.#requests(commits), undefined, (patch) => {
      const { commit } = patch;
      const number = graph.number(commit);
      const base = number === null ? undefined : graph.parents(number)[0];
      if (number === null || base === undefined) return;
      const question: Question = {
        change: changeOf(patch),
        before: graph.reachable([base]),
        excluded: siblingsOf(graph, number),
      };
      const undone = findUndone(graph, index, question, { ...options, declaration: declarations.get(commit) ?? null });
      answers.set(commit, { change: commit, commit, base: graph.id(base), undone });
    });
    return commits.map((commit) => answers.get(commit) ?? { change: commit, commit, base: null, undone: [] });
  }

  #requests(commits: readonly string[]): PatchRequest[] {
    return commits.flatMap((commit): PatchRequest[] => {
      const record = this.graph.records[this.graph.number(commit) ?? -1];
      if (record === undefined || record.shallow) return [];
      const [against] = record.parents;
      return [against === undefined ? { commit } : { commit, against }];
    });
  }
}
