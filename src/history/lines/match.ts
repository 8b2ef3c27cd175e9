import { type Candidates, findCandidates } from "./candidates.js";
import type { NetLine } from "./change.js";
import { Edits } from "./edits.js";
import type { LineIndex } from "./line-index.js";
import { type AskedChange, type AskedLine, type Question, weighChange } from "./question.js";

/** What a change has in common with the reverse of an earlier commit. Weights are those of the index. */
export interface Match {
  readonly commit: number;
  /** Weight of all that the commit added and removed. */
  readonly worth: number;
  /** Weight of all that the change adds and removes. */
  readonly changeWorth: number;
  /** Weight of the lines it removes that the commit added, after the discounts. */
  readonly removes: number;
  /** Weight of the lines it adds that the commit removed, after the discounts. */
  readonly bringsBack: number;
  /** Weight lost because the lines were only edited. */
  readonly edited: number;
  /** Weight lost because the lines had been taken back before. */
  readonly dead: number;
  /** What all hunks of the commit are worth, and those that the change takes back exactly. */
  readonly hunkWorth: number;
  readonly inverseWorth: number;
  readonly inverseHunks: number;
  /** Those of them that had replaced something. */
  readonly twoSidedHunks: number;
  /** The lines of the change that take something back. */
  readonly lines: readonly NetLine[];
}

/** What is left of a line that was only edited. */
const EDIT_LEAVES = 0.25;
/** What is left of a line that had been taken back before: order across merges is not certain. */
const DEAD_LEAVES = 0.5;

/** Looks closely at the earlier commits that a change may take back. `also` are looked at in any case. */
export function findMatches(index: LineIndex, question: Question, also: readonly number[] = []): Match[] {
  const asked = weighChange(index, question.change);
  const candidates = findCandidates(index, question, asked);
  const edits = new Edits(question.change);
  return [...new Set([...candidates.commits, ...also])].map((commit) => look(index, commit, asked, candidates, edits));
}

function look(index: LineIndex, commit: number, asked: AskedChange, candidates: Candidates, edits: Edits): Match {
  const sums = { removes: 0, bringsBack: 0, edited: 0, dead: 0 };
  const lines = new Set<NetLine>();
  let known: Map<number, number> | null = null;
  const counts = () => (known ??= countsOf(index, commit));
  for (let row = index.firstRow(commit); row < index.firstRow(commit + 1); row++) {
    const pair = nearestOpposite(index, row, asked);
    if (pair === null) continue;
    let left = pair.weight;
    if (candidates.dead.has(row)) left *= DEAD_LEAVES;
    sums.dead += pair.weight - left;
    if (isEdit(index, pair.asked, counts, edits)) {
      sums.edited += left * (1 - EDIT_LEAVES);
      left *= EDIT_LEAVES;
    }
    sums[pair.asked.line.count < 0 ? "removes" : "bringsBack"] += left;
    lines.add(pair.asked.line);
  }
  const inverse = candidates.inverse.get(commit);
  return {
    commit,
    worth: index.worthOfCommit(commit),
    changeWorth: asked.worth,
    ...sums,
    hunkWorth: index.worthOfHunks(commit),
    inverseWorth: inverse?.worth ?? 0,
    inverseHunks: inverse?.count ?? 0,
    twoSidedHunks: inverse?.twoSided ?? 0,
    lines: [...lines],
  };
}

/** What a commit did to each line, as numbers of copies; of several files, the last counts. */
function countsOf(index: LineIndex, commit: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let row = index.firstRow(commit); row < index.firstRow(commit + 1); row++)
    counts.set(index.lineOfRow(row), index.countOfRow(row));
  return counts;
}

/** The line of the change that does the opposite to a row, in the nearest file, and the weight they share. */
function nearestOpposite(
  index: LineIndex,
  row: number,
  { byId }: AskedChange,
): { asked: AskedLine; weight: number } | null {
  const id = index.lineOfRow(row);
  const count = index.countOfRow(row);
  const file = index.fileOfRow(row);
  let best: { asked: AskedLine; weight: number } | null = null;
  for (const asked of byId.get(id) ?? []) {
    if (asked.line.count > 0 === count > 0) continue;
    const copies = Math.min(Math.abs(count), Math.abs(asked.line.count));
    const ofCommit = index.weightOfLine(id) * index.files.weight(file);
    const weight = Math.min(ofCommit, asked.weight) * index.files.nearness(asked.file, file) * copies;
    if (weight > (best?.weight ?? 0)) best = { asked, weight };
  }
  return best;
}

/**
 * Whether the change puts an edited version in the line's place. That takes nothing
 * back, unless the commit had done the opposite to that version too.
 */
function isEdit(
  index: LineIndex,
  { line }: AskedLine,
  counts: () => ReadonlyMap<number, number>,
  edits: Edits,
): boolean {
  const versions = edits.versions(line);
  return versions.length > 0 && !versions.some((key) => (counts().get(index.line(key)) ?? 0) * line.count > 0);
}
