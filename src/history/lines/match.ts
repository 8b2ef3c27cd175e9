import type { Change, NetLine } from "./change.js";
import { Edits } from "./edits.js";
import type { LineIndex } from "./line-index.js";

/** What a change has in common with the reverse of an earlier commit. Weights are those of the index. */
export interface Match {
  readonly commit: number;
  /** Weight of all that the earlier commit added and removed. */
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
  /** Number of lines matched. */
  readonly matched: number;
  /** Worth of the commit's hunks, and of those that the change takes back exactly. */
  readonly hunkWorth: number;
  readonly inverseWorth: number;
  /** Number of hunks taken back exactly, and those of them that replaced something. */
  readonly inverseHunks: number;
  readonly twoSidedHunks: number;
  readonly lines: readonly NetLine[];
}

/** Candidates that are looked at closely. */
const CLOSE_LOOKS = 60;
/** A line that more commits touched leads to none of them. */
const CROWDED = 400;
const EDIT_LEAVES = 0.25;
const DEAD_LEAVES = 0.5;
/** A hunk worth less is a bracket, an import, a return. */
const HUNK_WORTH = 0.4;

interface Asked {
  readonly line: NetLine;
  readonly id: number;
  readonly file: number;
  readonly weight: number;
}

/** Finds the earlier commits that a change takes back, the most promising first. */
export function findMatches(index: LineIndex, change: Change, reachable: Uint8Array, allowed: (commit: number) => boolean): Match[] {
  const asked: Asked[] = [];
  let changeWorth = 0;
  for (const line of change.lines) {
    const id = index.line(line.key);
    const file = index.files.intern(line.file);
    const fileWeight = index.files.weight(file);
    if (id < 0) {
      changeWorth += fileWeight * Math.abs(line.count) * index.unknownWeight(line.text);
      continue;
    }
    const weight = index.weightOfLine(id) * fileWeight;
    changeWorth += weight * Math.abs(line.count);
    if (weight > 0) asked.push({ line, id, file, weight });
  }
  const dead = new Set<number>();
  const gained = gather(index, asked, reachable, allowed, dead);
  const inverse = inverseHunks(index, change, allowed);
  const promising = new Set([...gained.keys(), ...inverse.keys()]);
  const ranked = [...promising]
    .map((commit) => {
      const got = gained.get(commit) ?? 0;
      const hunks = inverse.get(commit);
      const worth = index.worthOfCommit(commit);
      return { commit, promise: (4 * got) / Math.max(worth, 0.5) + (2 * got) / Math.max(changeWorth, 0.5) + 2 * (hunks?.count ?? 0) };
    })
    .sort((a, b) => b.promise - a.promise || b.commit - a.commit)
    .slice(0, CLOSE_LOOKS);
  const edits = new Edits(change);
  const byLine = groupByLine(asked);
  return ranked.map(({ commit }) => look(index, commit, byLine, dead, edits, changeWorth, inverse.get(commit)));
}

function gather(
  index: LineIndex,
  asked: readonly Asked[],
  reachable: Uint8Array,
  allowed: (commit: number) => boolean,
  dead: Set<number>,
): Map<number, number> {
  const gained = new Map<number, number>();
  for (const { line, id, file, weight } of asked) {
    const rows = index.rowsOfLine(id);
    if (rows.length > CROWDED) continue;
    let turned = false;
    for (let at = rows.length - 1; at >= 0; at--) {
      const row = rows[at] ?? 0;
      const commit = index.commitOfRow(row);
      if (reachable[commit] !== 1) continue;
      const near = index.files.nearness(file, index.fileOfRow(row));
      if (index.countOfRow(row) > 0 === line.count > 0) {
        if (near === 1) turned = true;
        continue;
      }
      if (turned && near === 1) dead.add(row);
      if (allowed(commit)) gained.set(commit, (gained.get(commit) ?? 0) + weight * near * Math.min(Math.abs(line.count), Math.abs(index.countOfRow(row))));
    }
  }
  return gained;
}

interface InverseHunks {
  count: number;
  twoSided: number;
  worth: number;
}

function inverseHunks(index: LineIndex, change: Change, allowed: (commit: number) => boolean): Map<number, InverseHunks> {
  const found = new Map<number, InverseHunks>();
  for (const hunk of change.hunks) {
    if (hunk.lines.length === 0) continue;
    const worth = index.hunkWorth(hunk.file, hunk.lines);
    if (worth < HUNK_WORTH) continue;
    const file = index.files.intern(hunk.file);
    const near = index.hunksOf(hunk.inverse).filter((other) => index.files.nearness(file, other.file) === 1);
    for (const other of new Map(near.map((each) => [each.commit, each])).values()) {
      if (!allowed(other.commit)) continue;
      const sum = found.get(other.commit) ?? { count: 0, twoSided: 0, worth: 0 };
      sum.count += 1;
      sum.twoSided += other.twoSided ? 1 : 0;
      sum.worth += Math.min(worth, other.worth);
      found.set(other.commit, sum);
    }
  }
  return found;
}

function look(
  index: LineIndex,
  commit: number,
  byLine: ReadonlyMap<number, readonly Asked[]>,
  dead: ReadonlySet<number>,
  edits: Edits,
  changeWorth: number,
  inverse: InverseHunks | undefined,
): Match {
  let worth = 0;
  const sums = { removes: 0, bringsBack: 0, edited: 0, dead: 0, matched: 0 };
  const lines: NetLine[] = [];
  const end = index.firstRow(commit + 1);
  const keysOfCommit = new Map<number, number>();
  for (let row = index.firstRow(commit); row < end; row++) keysOfCommit.set(index.lineOfRow(row), index.countOfRow(row));
  for (let row = index.firstRow(commit); row < end; row++) {
    const id = index.lineOfRow(row);
    const file = index.fileOfRow(row);
    const count = index.countOfRow(row);
    const weight = index.weightOfLine(id) * index.files.weight(file);
    worth += weight * Math.abs(count);
    if (weight === 0) continue;
    let best: Asked | null = null;
    let nearest = 0;
    for (const each of byLine.get(id) ?? []) {
      if (each.line.count > 0 === count > 0) continue;
      const near = index.files.nearness(each.file, file);
      if (near > nearest) {
        nearest = near;
        best = each;
      }
    }
    if (best === null) continue;
    const full = Math.min(weight, best.weight) * nearest * Math.min(Math.abs(count), Math.abs(best.line.count));
    let left = full;
    if (dead.has(row)) {
      left *= DEAD_LEAVES;
      sums.dead += full - left;
    }
    const sign = best.line.count;
    const versions = edits.versions(best.line);
    if (versions.length > 0 && !versions.some((key) => (keysOfCommit.get(index.line(key)) ?? 0) * sign > 0)) {
      const kept = left * EDIT_LEAVES;
      sums.edited += left - kept;
      left = kept;
    }
    sums.matched += 1;
    if (sign < 0) sums.removes += left;
    else sums.bringsBack += left;
    lines.push(best.line);
  }
  return {
    commit,
    worth,
    changeWorth,
    ...sums,
    hunkWorth: index.worthOfHunks(commit),
    inverseWorth: inverse?.worth ?? 0,
    inverseHunks: inverse?.count ?? 0,
    twoSidedHunks: inverse?.twoSided ?? 0,
    lines,
  };
}

function groupByLine(asked: readonly Asked[]): Map<number, Asked[]> {
  const groups = new Map<number, Asked[]>();
  for (const each of asked) {
    const group = groups.get(each.id);
    if (group === undefined) groups.set(each.id, [each]);
    else group.push(each);
  }
  return groups;
}
