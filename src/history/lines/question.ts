import type { Change, NetLine } from "./change.js";
import type { LineIndex } from "./line-index.js";
import { substance } from "./substance.js";

/** A change put to an index: which earlier commits does it take back? */
export interface Question {
  readonly change: Change;
  /** 1 for each commit that the change builds on. */
  readonly before: Uint8Array;
  /** Commits that are no answer though the change builds on them, such as those of its own pull request. */
  readonly excluded: ReadonlySet<number>;
}

export function isCandidate({ before, excluded }: Question, commit: number): boolean {
  return before[commit] === 1 && !excluded.has(commit);
}

/** A line of the change that some commit touched before, in the numbers of the index. */
export interface AskedLine {
  readonly line: NetLine;
  readonly id: number;
  readonly file: number;
  /** Of one copy: rarity × substance × file class. */
  readonly weight: number;
}

/** The change in the numbers of the index. */
export interface AskedChange {
  readonly lines: readonly AskedLine[];
  readonly byId: ReadonlyMap<number, readonly AskedLine[]>;
  /** Weight of all that the change adds and removes, also of what no commit touched before. */
  readonly worth: number;
}

export function weighChange(index: LineIndex, change: Change): AskedChange {
  const lines: AskedLine[] = [];
  const byId = new Map<number, AskedLine[]>();
  let worth = 0;
  for (const line of change.lines) {
    const id = index.line(line.key);
    const file = index.files.intern(line.file);
    const weight = (id < 0 ? substance(line.text) : index.weightOfLine(id)) * index.files.weight(file);
    worth += weight * Math.abs(line.count);
    if (id < 0 || weight === 0) continue;
    const asked = { line, id, file, weight };
    lines.push(asked);
    const same = byId.get(id);
    if (same === undefined) byId.set(id, [asked]);
    else same.push(asked);
  }
  return { lines, byId, worth };
}
