import type { Patch, PatchFile } from "../../src/git/patches.js";
import { isFix } from "../../src/history/lines/fix-subject.js";
import { siblingsOf } from "../../src/history/lines/lift.js";
import { type History, patchesOf } from "./history.js";
import { ordinaryCommits } from "./ordinary.js";
import { shuffled } from "./random.js";

/** An ordinary commit with the reverse of a fix mixed in. */
export interface SilentUndo {
  readonly commit: number;
  readonly fix: number;
  readonly patch: Patch;
}

/** Changed lines of a fix that is mixed in: what people call a fix. */
const SMALLEST = 3;
const LARGEST = 300;
/** A fix that is undone by accident is among the last so many. */
const RECENT = 800;
const TRIES = 12;

/**
 * Mixes the reverse of fixes into ordinary commits: of each fix whole, and of those
 * with several hunks, half of them, chosen at random. Only fixes nobody had touched
 * since are taken, else the reverse would not apply.
 */
export async function mixSilentUndos(
  history: History,
  ordinary: readonly number[],
  size: number,
  random: () => number,
): Promise<{ whole: SilentUndo[]; half: SilentUndo[] }> {
  const pairs = choosePairs(history, ordinary, size, random);
  const patches = await patchesOf(
    history,
    pairs.flatMap(({ commit, fix }) => [commit, fix]),
  );
  const whole: SilentUndo[] = [];
  const half: SilentUndo[] = [];
  for (const pair of pairs) {
    const host = patches.get(pair.commit);
    const fix = patches.get(pair.fix);
    if (host === undefined || fix === undefined) continue;
    whole.push({ ...pair, patch: mix(host, fix, () => true) });
    const hunks = fix.files.reduce((sum, file) => sum + file.hunks.length, 0);
    if (hunks < 2) continue;
    const chosen = new Set(shuffled([...Array(hunks).keys()], random).slice(0, Math.ceil(hunks / 2)));
    half.push({ ...pair, patch: mix(host, fix, (hunk) => chosen.has(hunk)) });
  }
  return { whole, half };
}

function choosePairs(
  history: History,
  ordinary: readonly number[],
  size: number,
  random: () => number,
): { commit: number; fix: number }[] {
  const { graph } = history;
  const fixes = ordinaryCommits(history).filter((commit) => isMixable(history, commit));
  const pairs: { commit: number; fix: number }[] = [];
  for (const commit of shuffled(ordinary, random)) {
    if (pairs.length === size) break;
    const before = graph.reachable(graph.parents(commit));
    const siblings = siblingsOf(graph, commit);
    const recent = fixes.filter((fix) => before[fix] === 1 && !siblings.has(fix)).slice(-RECENT);
    if (recent.length === 0) continue;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const fix = recent[Math.floor(random() * recent.length)] ?? 0;
      if (!isUntouched(history, fix, before)) continue;
      pairs.push({ commit, fix });
      break;
    }
  }
  return pairs;
}

function isMixable({ graph, index }: History, commit: number): boolean {
  const lines = index.firstRow(commit + 1) - index.firstRow(commit);
  return (
    isFix(graph.records[commit]?.subject ?? "") &&
    lines >= SMALLEST &&
    lines <= LARGEST &&
    index.worthOfCommit(commit) >= 1
  );
}

/** Whether no later commit took a telling line of the fix back. */
function isUntouched({ index }: History, fix: number, before: Uint8Array): boolean {
  for (let row = index.firstRow(fix); row < index.firstRow(fix + 1); row++) {
    const line = index.lineOfRow(row);
    if (index.weightOfLine(line) < 0.1) continue;
    for (const other of index.rowsOfLine(line)) {
      const later = index.commitOfRow(other) > fix && before[index.commitOfRow(other)] === 1;
      const opposite = index.countOfRow(other) > 0 !== index.countOfRow(row) > 0;
      if (later && opposite && index.files.nearness(index.fileOfRow(other), index.fileOfRow(row)) === 1) return false;
    }
  }
  return true;
}

function mix(host: Patch, fix: Patch, take: (hunk: number) => boolean): Patch {
  let hunk = 0;
  const reversed = fix.files.map((file): PatchFile => {
    const hunks = file.hunks.filter(() => take(hunk++));
    const swap = hunks.map(({ oldLine, newLine, removed, added }) => ({
      oldLine: newLine,
      newLine: oldLine,
      removed: added,
      added: removed,
    }));
    return { path: file.path, oldPath: null, status: "changed", hunks: swap };
  });
  return { ...host, files: [...host.files, ...reversed.filter((file) => file.hunks.length > 0)] };
}
