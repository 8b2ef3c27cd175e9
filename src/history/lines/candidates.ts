import type { Change } from "./change.js";
import type { LineIndex } from "./line-index.js";
import { type AskedChange, type AskedLine, isCandidate, type Question } from "./question.js";

/** Hunks of one commit that a change takes back exactly, in the same file. */
export interface InverseHunks {
  readonly count: number;
  /** Those of them that had replaced something. */
  readonly twoSided: number;
  readonly worth: number;
}

export interface Candidates {
  /** Most promising first. */
  readonly commits: readonly number[];
  readonly inverse: ReadonlyMap<number, InverseHunks>;
  /** Rows of the index whose effect was taken back, in the same file, before the change came. */
  readonly dead: ReadonlySet<number>;
}

/** Candidates that are looked at closely. */
const CLOSE_LOOKS = 60;
/** A line that more commits touched leads to none of them. */
const CROWDED = 400;
/** A hunk worth less is a bracket, an import, a return. */
const HUNK_WORTH = 0.4;

/** Finds the commits that share lines or hunks with the reverse of a change. */
export function findCandidates(index: LineIndex, question: Question, asked: AskedChange): Candidates {
  const shared = new Map<number, number>();
  const dead = new Set<number>();
  for (const line of asked.lines) followLine(index, question, line, shared, dead);
  const inverse = findInverseHunks(index, question);
  const promise = (commit: number) => {
    const weight = shared.get(commit) ?? 0;
    const share = weight / Math.max(index.worthOfCommit(commit), 0.5) + weight / Math.max(2 * asked.worth, 0.5);
    return share + (inverse.get(commit)?.count ?? 0) / 2;
  };
  const commits = [...new Set([...shared.keys(), ...inverse.keys()])]
    .map((commit) => ({ commit, promise: promise(commit) }))
    .sort((a, b) => b.promise - a.promise || b.commit - a.commit)
    .slice(0, CLOSE_LOOKS)
    .map(({ commit }) => commit);
  return { commits, inverse, dead };
}

/** Goes back through the commits that did the opposite to a line, noting since when somebody else had undone them. */
function followLine(
  index: LineIndex,
  question: Question,
  { line, id, file, weight }: AskedLine,
  shared: Map<number, number>,
  dead: Set<number>,
): void {
  const rows = index.rowsOfLine(id);
  if (rows.length > CROWDED) return;
  let turned = false;
  for (const row of rows.toReversed()) {
    const commit = index.commitOfRow(row);
    if (question.before[commit] !== 1) continue;
    const nearness = index.files.nearness(file, index.fileOfRow(row));
    const count = index.countOfRow(row);
    if (count > 0 === line.count > 0) {
      turned ||= nearness === 1;
      continue;
    }
    if (turned && nearness === 1) dead.add(row);
    if (!isCandidate(question, commit)) continue;
    const copies = Math.min(Math.abs(line.count), Math.abs(count));
    shared.set(commit, (shared.get(commit) ?? 0) + weight * nearness * copies);
  }
}

function findInverseHunks(index: LineIndex, question: Question): Map<number, InverseHunks> {
  const found = new Map<number, InverseHunks>();
  for (const hunk of question.change.hunks) {
    const worth = hunk.lines.length === 0 ? 0 : index.hunkWorth(hunk.file, hunk.lines);
    if (worth < HUNK_WORTH) continue;
    for (const other of nearInverses(index, hunk).values()) {
      if (!isCandidate(question, other.commit)) continue;
      const sum = found.get(other.commit) ?? { count: 0, twoSided: 0, worth: 0 };
      found.set(other.commit, {
        count: sum.count + 1,
        twoSided: sum.twoSided + (other.twoSided ? 1 : 0),
        worth: sum.worth + Math.min(worth, other.worth),
      });
    }
  }
  return found;
}

/** The hunks that this one takes back in the same file, one for each commit. */
function nearInverses(index: LineIndex, { inverse, file }: Change["hunks"][number]) {
  const here = index.files.intern(file);
  const near = index.hunksOf(inverse).filter((other) => index.files.nearness(here, other.file) === 1);
  return new Map(near.map((other) => [other.commit, other]));
}
