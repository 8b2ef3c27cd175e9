import type { Patch, PatchFile, PatchHunk } from "../../git/index.js";
import { fileWeight } from "./file-class.js";
import { BLANK, BlockKey, lineKey } from "./line-key.js";

/** What a commit did to one line of text in one file, moves within the commit cancelled. */
export interface NetLine {
  readonly key: number;
  readonly text: string;
  readonly file: string;
  /** More than 0: copies added; less: copies removed. */
  readonly count: number;
  /** 1-based, of the first copy: after the change for added lines, before it for removed ones. */
  readonly line: number;
  /** Number of the hunk of that copy in `Change.hunks`. */
  readonly hunk: number;
}

/** A hunk that is more than a move, without blank lines. */
export interface NetHunk {
  readonly file: string;
  /** Equal for hunks that replace the same lines by the same lines. */
  readonly key: number;
  /** The key of the hunk that takes this one back. */
  readonly inverse: number;
  /** Lines were both removed and added: such a hunk names what it replaced. */
  readonly twoSided: boolean;
  /** Keys of the lines that are left after cancelling. */
  readonly lines: readonly number[];
  /** Text of both sides; empty unless asked for. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** A patch as the index and the matcher see it. */
export interface Change {
  readonly commit: string;
  readonly lines: readonly NetLine[];
  readonly hunks: readonly NetHunk[];
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  readonly truncated: boolean;
}

/** Where a line first stands on one side of a patch. */
interface FirstPlace {
  readonly line: number;
  readonly hunk: number;
}

interface Occurrence {
  readonly text: string;
  readonly file: string;
  count: number;
  removedAt: FirstPlace | null;
  addedAt: FirstPlace | null;
}

interface RawHunk {
  readonly file: string;
  readonly removed: number[];
  readonly added: number[];
  readonly source: PatchHunk;
}

/** Reads a patch: leaves out blank lines, files of no weight and hunks that only change white space, and cancels moves. */
export function changeOf(patch: Patch): Change {
  const occurrences = new Map<number, Occurrence[]>();
  const hunks: RawHunk[] = [];
  for (const file of patch.files) {
    if (fileWeight(file.path) > 0) readFile(file, hunks, occurrences);
  }
  const lines: NetLine[] = [];
  occurrences.delete(BLANK);
  for (const [key, found] of occurrences) {
    cancel(found);
    for (const { text, file, count, removedAt, addedAt } of found) {
      const place = count < 0 ? removedAt : addedAt;
      if (count !== 0 && place !== null) lines.push({ key, text, file, count, ...place });
    }
  }
  return {
    commit: patch.commit,
    lines,
    hunks: hunks.map((hunk) => netHunk(hunk, occurrences)),
    renames: patch.files.flatMap(({ oldPath, path }) => (oldPath === null ? [] : [{ from: oldPath, to: path }])),
    truncated: patch.truncated,
  };
}

function readFile(file: PatchFile, hunks: RawHunk[], occurrences: Map<number, Occurrence[]>): void {
  for (const source of file.hunks) {
    if (onlyRewrapped(source)) continue;
    const removed = source.removed.map(lineKey);
    const added = source.added.map(lineKey);
    for (const [index, key] of removed.entries()) {
      const occurrence = occurrenceOf(occurrences, key, file.path, source.removed[index] ?? "");
      occurrence.count -= 1;
      occurrence.removedAt ??= { line: source.oldLine + index, hunk: hunks.length };
    }
    for (const [index, key] of added.entries()) {
      const occurrence = occurrenceOf(occurrences, key, file.path, source.added[index] ?? "");
      occurrence.count += 1;
      occurrence.addedAt ??= { line: source.newLine + index, hunk: hunks.length };
    }
    hunks.push({ file: file.path, removed, added, source });
  }
}

function occurrenceOf(occurrences: Map<number, Occurrence[]>, key: number, file: string, text: string): Occurrence {
  const found = occurrences.get(key);
  const same = found?.find((each) => each.file === file);
  if (same !== undefined) return same;
  const occurrence: Occurrence = { text, file, count: 0, removedAt: null, addedAt: null };
  if (found === undefined) occurrences.set(key, [occurrence]);
  else found.push(occurrence);
  return occurrence;
}

/** The same text with line breaks elsewhere. */
function onlyRewrapped({ removed, added }: PatchHunk): boolean {
  if (removed.length === 0 || added.length === 0 || removed.length === added.length) return false;
  return lineKey(removed.join("")) === lineKey(added.join(""));
}

/** Cancels what one file lost against what another gained. */
function cancel(found: readonly Occurrence[]): void {
  if (found.length < 2) return;
  for (const taker of found) {
    if (taker.count <= 0) continue;
    for (const giver of found) {
      if (giver.count >= 0) continue;
      const moved = Math.min(taker.count, -giver.count);
      taker.count -= moved;
      giver.count += moved;
    }
  }
}

function netHunk(hunk: RawHunk, occurrences: ReadonlyMap<number, readonly Occurrence[]>): NetHunk {
  const removed = new BlockKey();
  const added = new BlockKey();
  const lines: number[] = [];
  let sides = 0;
  for (const [keys, block, sign, side] of [
    [hunk.removed, removed, -1, 1] as const,
    [hunk.added, added, 1, 2] as const,
  ]) {
    for (const key of keys) {
      if (key === BLANK) continue;
      block.add(key);
      sides |= side;
      const left = occurrences.get(key)?.find((each) => each.file === hunk.file)?.count ?? 0;
      if (left * sign > 0) lines.push(key);
    }
  }
  return {
    file: hunk.file,
    key: BlockKey.ofHunk(removed, added),
    inverse: BlockKey.ofHunk(added, removed),
    twoSided: sides === 3,
    lines,
    removed: hunk.source.removed,
    added: hunk.source.added,
  };
}
