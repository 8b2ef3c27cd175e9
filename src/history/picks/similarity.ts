import type { LineIndex } from "../lines/line-index.js";

/** What two commits have in common: lines removed and added alike, in weights of the index. */
export interface Similarity {
  readonly commit: number;
  /** Dice: 1 when both do the same, 0 when nothing is shared. */
  readonly dice: number;
  /** Share of the source commit that the other one holds. */
  readonly contained: number;
  /** Weight of what is shared. */
  readonly shared: number;
  /** Dice and weight of what is shared, in whatever files the lines stand. */
  readonly anywhere: { readonly dice: number; readonly shared: number };
}

/** Whether to look for commits that do the same, or for those that do the opposite. */
export type Direction = "same" | "opposite";

/** A line that more commits touched leads to none of them. */
const CROWDED = 400;

/** The commits among those wanted that do the same as a commit, or the opposite, the most similar first. */
export function findSimilar(
  index: LineIndex,
  source: number,
  wanted: (commit: number) => boolean,
  direction: Direction = "same",
): Similarity[] {
  const shared = new Map<number, Weights>();
  for (let row = index.firstRow(source); row < index.firstRow(source + 1); row++) {
    for (const [commit, { near, anywhere }] of elsewhere(index, row, wanted, direction)) {
      const before = shared.get(commit) ?? NOTHING;
      shared.set(commit, { near: before.near + near, anywhere: before.anywhere + anywhere });
    }
  }
  const worth = index.worthOfCommit(source);
  return [...shared]
    .map(([commit, { near, anywhere }]) => {
      const diceOf = (weight: number): number => (2 * weight) / (worth + index.worthOfCommit(commit));
      const contained = Math.min(1, near / worth);
      return {
        commit,
        dice: diceOf(near),
        contained,
        shared: near,
        anywhere: { dice: diceOf(anywhere), shared: anywhere },
      };
    })
    .sort((a, b) => b.dice - a.dice || a.commit - b.commit);
}

/** What a line weighs in another commit: less the further its file is, and in whatever file. */
interface Weights {
  readonly near: number;
  readonly anywhere: number;
}

const NOTHING: Weights = { near: 0, anywhere: 0 };

/** For each wanted commit that touched a line in the wanted direction, the weight it shares with a row: that of the nearest file. */
function elsewhere(
  index: LineIndex,
  row: number,
  wanted: (commit: number) => boolean,
  direction: Direction,
): Map<number, Weights> {
  const found = new Map<number, Weights>();
  const line = index.lineOfRow(row);
  const file = index.fileOfRow(row);
  const count = index.countOfRow(row) * (direction === "same" ? 1 : -1);
  const weight = index.weightOfLine(line);
  const others = weight === 0 ? [] : index.rowsOfLine(line);
  if (others.length > CROWDED) return found;
  for (const other of others) {
    const commit = index.commitOfRow(other);
    const there = index.countOfRow(other);
    if (there > 0 !== count > 0 || !wanted(commit)) continue;
    const otherFile = index.fileOfRow(other);
    const heavy = weight * Math.min(index.files.weight(file), index.files.weight(otherFile));
    const anywhere = heavy * Math.min(Math.abs(count), Math.abs(there));
    if (anywhere === 0) continue;
    const near = anywhere * index.files.nearness(file, otherFile);
    const before = found.get(commit) ?? NOTHING;
    found.set(commit, { near: Math.max(before.near, near), anywhere: Math.max(before.anywhere, anywhere) });
  }
  return found;
}
