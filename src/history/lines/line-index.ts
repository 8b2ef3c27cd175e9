import type { Change } from "./change.js";
import { bytes, integers, signedBytes } from "./column.js";
import { FileTable } from "./file-table.js";
import { KeyTable } from "./key-table.js";
import { Postings } from "./postings.js";
import { rarity } from "./rarity.js";
import { substance } from "./substance.js";

/** A hunk of a commit. */
export interface IndexHunk {
  readonly commit: number;
  readonly file: number;
  readonly worth: number;
  readonly twoSided: boolean;
}

/**
 * Who added and removed which line, commit by commit: 10 bytes for each entry,
 * 4 for its place in the postings, 16 to 40 for each distinct line.
 *
 * Filled commit by commit in the order of the graph, then sealed, then asked.
 */
export class LineIndex {
  readonly files = new FileTable();
  readonly #lines = new KeyTable();
  readonly #substance = bytes();
  readonly #entryLine = integers();
  readonly #entryFile = integers();
  readonly #entryCount = signedBytes();
  readonly #entryCommit = integers();
  readonly #entryStart: Int32Array;

  readonly #hunks = new KeyTable();
  readonly #hunkKey = integers();
  readonly #hunkCommit = integers();
  readonly #hunkFile = integers();
  /** Twice the substance of the lines in 1/8, plus 1 if two-sided. */
  readonly #hunkWorth = integers();
  readonly #hunkStart: Int32Array;

  #byLine: Postings | null = null;
  #byHunk: Postings | null = null;
  #commits = 0;
  #weights = new Float32Array();
  readonly #worth: Float32Array;
  readonly truncated: number[] = [];

  constructor(readonly size: number) {
    this.#entryStart = new Int32Array(size + 1);
    this.#worth = new Float32Array(size);
    this.#hunkStart = new Int32Array(size + 1);
  }

  /** Adds what a commit did. Numbers must rise; commits without changes may be left out. */
  add(commit: number, change: Change): void {
    this.#advance(commit);
    if (change.truncated) this.truncated.push(commit);
    for (const { from, to } of change.renames) this.files.rename(from, to);
    for (const line of change.lines) {
      this.#entryLine.push(this.#intern(line.key, line.text));
      this.#entryFile.push(this.files.intern(line.file));
      this.#entryCount.push(Math.max(-127, Math.min(127, line.count)));
      this.#entryCommit.push(commit);
    }
    for (const hunk of change.hunks) {
      if (hunk.lines.length === 0) continue;
      this.#hunkKey.push(this.#hunks.intern(hunk.key));
      this.#hunkCommit.push(commit);
      this.#hunkFile.push(this.files.intern(hunk.file));
      this.#hunkWorth.push(Math.round(this.hunkWorth(hunk.file, hunk.lines) * 8) * 2 + (hunk.twoSided ? 1 : 0));
    }
  }

  /**
   * Ends the filling.
   *
   * @param counted commits that say how rare a line is, each 1; all unless told. Release branches
   * repeat what the main branch has, and would make their lines look common.
   */
  seal(counted?: Uint8Array): void {
    this.#advance(this.size);
    this.#byLine = new Postings(this.#entryLine, this.#lines.size);
    this.#byHunk = new Postings(this.#hunkKey, this.#hunks.size);
    this.#weights = new Float32Array(this.#lines.size);
    for (let line = 0; line < this.#lines.size; line++)
      this.#weights[line] = (rarity(this.#commitsOfLine(line, counted)) * this.#substance.at(line)) / 255;
    for (let row = 0; row < this.#entryLine.length; row++) {
      const weight = this.weightOfLine(this.#entryLine.at(row)) * this.files.weight(this.#entryFile.at(row));
      const commit = this.#entryCommit.at(row);
      this.#worth[commit] = (this.#worth[commit] ?? 0) + weight * Math.abs(this.#entryCount.at(row));
    }
  }

  /** The number of a line, or -1 if no commit touched it. */
  line(key: number): number {
    return this.#lines.find(key);
  }

  /** Rows of the entries of a line, oldest commit first. */
  rowsOfLine(line: number): Int32Array {
    return this.#byLine?.rows(line) ?? new Int32Array();
  }

  commitOfRow(row: number): number {
    return this.#entryCommit.at(row);
  }

  lineOfRow(row: number): number {
    return this.#entryLine.at(row);
  }

  fileOfRow(row: number): number {
    return this.#entryFile.at(row);
  }

  countOfRow(row: number): number {
    return this.#entryCount.at(row);
  }

  /** First row of a commit; that of the next commit ends it. */
  firstRow(commit: number): number {
    return this.#entryStart[commit] ?? 0;
  }

  /** Weight of one copy of a line, before that of the file: rarity × substance, 0 to 1. */
  weightOfLine(line: number): number {
    return this.#weights[line] ?? 0;
  }

  /** Weight of all that a commit added and removed. */
  worthOfCommit(commit: number): number {
    return this.#worth[commit] ?? 0;
  }

  /** Substance of the lines that a hunk leaves, times the weight of its file. */
  hunkWorth(file: string, lines: readonly number[]): number {
    let worth = 0;
    for (const key of lines) worth += this.#substance.at(this.#lines.find(key));
    return (worth / 255) * this.files.weight(this.files.intern(file));
  }

  /** Commits that have a hunk with this key, with what it is worth. */
  hunksOf(key: number): IndexHunk[] {
    const id = this.#hunks.find(key);
    if (id < 0 || this.#byHunk === null) return [];
    return Array.from(this.#byHunk.rows(id), (row) => this.#hunk(row));
  }

  /** What all hunks of a commit are worth together. */
  worthOfHunks(commit: number): number {
    let worth = 0;
    const end = this.#hunkStart[commit + 1] ?? 0;
    for (let row = this.#hunkStart[commit] ?? 0; row < end; row++) worth += this.#hunk(row).worth;
    return worth;
  }

  #hunk(row: number): IndexHunk {
    const worth = this.#hunkWorth.at(row);
    return {
      commit: this.#hunkCommit.at(row),
      file: this.#hunkFile.at(row),
      worth: (worth >> 1) / 8,
      twoSided: (worth & 1) === 1,
    };
  }

  #commitsOfLine(line: number, counted: Uint8Array | undefined): number {
    let commits = 0;
    let last = -1;
    for (const row of this.rowsOfLine(line)) {
      const commit = this.#entryCommit.at(row);
      if (commit !== last && (counted === undefined || counted[commit] === 1)) commits += 1;
      last = commit;
    }
    return commits;
  }

  #intern(key: number, text: string): number {
    const before = this.#lines.size;
    const line = this.#lines.intern(key);
    if (line === before) this.#substance.push(Math.round(substance(text) * 255));
    return line;
  }

  #advance(commit: number): void {
    while (this.#commits <= commit) {
      this.#entryStart[this.#commits] = this.#entryLine.length;
      this.#hunkStart[this.#commits] = this.#hunkKey.length;
      this.#commits += 1;
    }
  }
}
