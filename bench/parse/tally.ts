import { goFrontEnd, type Piece } from "../../src/languages/index.js";
import type { TreeSitterOracle } from "../../test/languages/go/tree-sitter-oracle.js";
import type { GoBlob } from "./go-blobs.js";
import { Stopwatch } from "./stopwatch.js";

/** Adds up what reading files took, what did not parse, and where tree-sitter disagrees. */
export class Tally {
  private readonly cutting = new Stopwatch();
  private readonly lowering = new Stopwatch();
  private files = 0;
  private pieces = 0;
  private readonly texts = new Set<string>();
  private readonly failures: string[] = [];
  private readonly compared = { files: 0, declarations: 0, nodes: 0, notUnderstood: 0 };
  private readonly disagreements: string[] = [];

  /** Compares every `sample`th distinct file and declaration, none for 0. */
  constructor(
    private readonly oracle: TreeSitterOracle,
    private readonly sample: number,
  ) {}

  add(blob: GoBlob): void {
    const { content } = blob;
    const { pieces, problems } = this.cutting.time(content.length, () => goFrontEnd.cut(content));
    this.files++;
    this.pieces += pieces.length;
    this.failures.push(...problems.map(({ line, message }) => place(blob, line, message)));
    for (const piece of pieces) this.addPiece(blob, piece, content.toString("utf8", piece.start, piece.end));
    if (this.isSampled(this.files)) this.compareCut(blob, pieces);
  }

  private addPiece(blob: GoBlob, piece: Piece, text: string): void {
    if (this.texts.has(text)) return;
    this.texts.add(text);
    const lowered = this.lowering.time(text.length, () => goFrontEnd.lower(text));
    if (!lowered.ok) {
      this.failures.push(place(blob, piece.line + lowered.line, lowered.message));
    } else if (this.isSampled(this.texts.size)) {
      const comparison = this.oracle.compare(text, lowered.declaration);
      if (comparison === null) this.compared.notUnderstood++;
      else this.compared.declarations++;
      this.compared.nodes += comparison?.agreed ?? 0;
      this.disagree(blob, piece.line, comparison?.missing ?? [], comparison?.extra ?? []);
    }
  }

  private compareCut(blob: GoBlob, pieces: readonly Piece[]): void {
    const theirs = this.oracle.declarationsOf(blob.content.toString("utf8"));
    if (theirs === null) {
      this.compared.notUnderstood++;
      return;
    }
    const offset = (bytes: number) => blob.content.toString("utf8", 0, bytes).length;
    const ours = pieces.map(({ start, end }) => `${offset(start)}-${offset(end)}`);
    this.compared.files++;
    const missing = theirs.filter((range) => !ours.includes(range));
    const extra = ours.filter((range) => !theirs.includes(range));
    this.disagree(blob, 1, missing, extra);
  }

  private isSampled(count: number): boolean {
    return this.sample > 0 && count % this.sample === 0;
  }

  private disagree(blob: GoBlob, line: number, missing: readonly string[], extra: readonly string[]): void {
    this.disagreements.push(
      ...missing.map((what) => place(blob, line, `only tree-sitter: ${what}`)),
      ...extra.map((what) => place(blob, line, `only we: ${what}`)),
    );
  }

  report(): string {
    const { files, declarations, nodes, notUnderstood } = this.compared;
    return [
      `cut        ${this.files} distinct files, ${this.cutting}; ${this.pieces} declarations`,
      `lowered    ${this.texts.size} distinct declarations, ${this.lowering}`,
      `failures   ${this.failures.length}`,
      ...this.failures,
      `compared   ${files} files, ${declarations} declarations, ${nodes} nodes; ${notUnderstood} not understood by tree-sitter`,
      `disagree   ${this.disagreements.length}`,
      ...this.disagreements,
    ].join("\n");
  }
}

function place({ id, path }: GoBlob, line: number, message: string): string {
  return `  ${id} ${path}:${line}: ${message}`;
}
