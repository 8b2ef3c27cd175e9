import type { Remark } from "./answer.js";
import { endOfHistory, remarksOn, tooLarge } from "./build-index.js";
import { findCandidates } from "./candidates.js";
import type { Change } from "./change.js";
import type { CommitGraph } from "./commit-graph.js";
import { FileHistories } from "./file-histories.js";
import type { LineIndex } from "./line-index.js";
import { type Question, weighChange } from "./question.js";

/** Files of a change whose history is followed; the heaviest first. */
const FOLLOWED = 200;
/** Candidates that are read whole. */
const WHOLE = 25;

/** The history of the files of one change, the likely candidates whole. */
export interface LimitedIndex {
  readonly index: LineIndex;
  /** The question, with all but the likely candidates excluded: the others are known in part only. */
  readonly question: Question;
  readonly remarks: readonly Remark[];
}

/**
 * Indexes just enough of the history for one question: what earlier commits did to
 * the change's files, under their former names too, and all that the likely candidates did.
 *
 * What it cannot see is lines that stood in other files; rarity is counted in these files alone.
 */
export async function buildLimitedIndex(
  gitDirectory: string,
  graph: CommitGraph,
  question: Question,
  also: readonly number[] = [],
): Promise<LimitedIndex> {
  const files = filesOf(question.change);
  const history = new FileHistories(gitDirectory, graph, question.before);
  await history.follow(files.slice(0, FOLLOWED));
  const sketch = history.index();
  const likely = [
    ...new Set([
      ...findCandidates(sketch, question, weighChange(sketch, question.change)).commits.slice(0, WHOLE),
      ...also,
    ]),
  ];
  await history.complete(likely);
  const index = history.index();
  const excluded = new Set(question.excluded);
  for (const commit of graph.records.keys()) if (!likely.includes(commit)) excluded.add(commit);
  const left = files.length - FOLLOWED;
  const notFollowed: Remark[] =
    left > 0 ? [{ code: "files-not-followed", commit: question.change.commit, files: left }] : [];
  const remarks = [...remarksOn(history.unread), ...tooLarge(graph, index), ...notFollowed, ...endOfHistory(graph)];
  return { index, question: { ...question, excluded }, remarks };
}

/** Files of a change and the names that it took from them, those with most lines first. */
function filesOf({ lines, renames }: Change): string[] {
  const counts = new Map<string, number>();
  for (const { file } of lines) counts.set(file, (counts.get(file) ?? 0) + 1);
  const heaviest = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  return heaviest.flatMap((file) => [file, ...renames.filter(({ to }) => to === file).map(({ from }) => from)]);
}
