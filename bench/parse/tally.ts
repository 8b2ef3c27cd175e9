import { goFrontEnd, type Piece } from "../../src/languages/index.js";
import type { TreeSitterOracle } from "../../test/languages/go/tree-sitter-oracle.js";
import type { GoBlob } from "./go-blobs.js";

const MEGABYTE = 1_000_000;

/** Adds up what reading files took, and what went wrong. */
export class Tally {
  private files = 0;
  private bytes = 0;
  private cutTime = 0;
  private pieces = 0;
  private readonly seen = new Set<string>();
  private characters = 0;
  private lowerTime = 0;
  private readonly failures: string[] = [];
  private compared = 0;
  private agreed = 0;
  private notUnderstood = 0;
  private readonly disagreements: string[] = [];

  /** Compares every `sample`th distinct declaration, none for 0. */
  constructor(
    private readonly oracle: TreeSitterOracle,
    private readonly sample: number,
  ) {}

  add(blob: GoBlob): void {
    const { content } = blob;
    const before = performance.now();
    const { pieces, problems } = goFrontEnd.cut(content);
    this.cutTime += performance.now() - before;
    this.files++;
    this.bytes += content.length;
    this.pieces += pieces.length;
    for (const { line, message } of problems) this.fail(blob, line, message);
    for (const piece of pieces) this.addPiece(blob, piece);
  }

  private addPiece(blob: GoBlob, piece: Piece): void {
    const text = blob.content.toString("utf8", piece.start, piece.end);
    if (this.seen.has(text)) return;
    this.seen.add(text);
    this.characters += text.length;
    const before = performance.now();
    const lowered = goFrontEnd.lower(text);
    this.lowerTime += performance.now() - before;
    if (!lowered.ok) this.fail(blob, piece.line + lowered.line, lowered.message);
    else if (this.sample > 0 && this.seen.size % this.sample === 0) {
      const comparison = this.oracle.compare(text, lowered.declaration);
      if (comparison === null) {
        this.notUnderstood++;
        return;
      }
      this.compared++;
      this.agreed += comparison.agreed;
      for (const node of comparison.missing) this.disagree(blob, piece, `only tree-sitter: ${node}`);
      for (const node of comparison.extra) this.disagree(blob, piece, `only we: ${node}`);
    }
  }

  private fail({ id, path }: GoBlob, line: number, message: string): void {
    this.failures.push(`${id} ${path}:${line}: ${message}`);
  }

  private disagree({ id, path }: GoBlob, { name, line }: Piece, what: string): void {
    this.disagreements.push(`${id} ${path}:${line} ${name}: ${what}`);
  }

  report(): string {
    return [
      `files          ${this.files} distinct, ${megabytes(this.bytes)}`,
      `cut            ${this.pieces} declarations, ${rate(this.bytes, this.cutTime)}`,
      `lowered        ${this.seen.size} distinct, ${megabytes(this.characters)}, ${rate(this.characters, this.lowerTime)}`,
      `failures       ${this.failures.length}`,
      ...this.failures.map((failure) => `  ${failure}`),
      `compared       ${this.compared} declarations, ${this.agreed} nodes agree, ${this.disagreements.length} do not`,
      `               ${this.notUnderstood} more that tree-sitter does not understand`,
      ...this.disagreements.map((disagreement) => `  ${disagreement}`),
    ].join("\n");
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

function rate(bytes: number, milliseconds: number): string {
  return `${(bytes / MEGABYTE / (milliseconds / 1000)).toFixed(1)} MB/s`;
}
