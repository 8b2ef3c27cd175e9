import type { Cut, Piece } from "../contract.js";
import { CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PARENTHESIS, isBlank, isWord } from "./characters.js";
import { HeadReader, type Import } from "./head-reader.js";
import { Skimmer } from "./skim.js";

const PIECE_KINDS: ReadonlyMap<string | null, Piece["kind"]> = new Map<string, Piece["kind"]>([
  ["func", "function"],
  ["const", "constants"],
  ["var", "variables"],
  ["type", "types"],
]);
const NO_NAMES = { name: null, owner: null };
const CLOSING: ReadonlySet<number> = new Set([CLOSE_PARENTHESIS, CLOSE_BRACKET, CLOSE_BRACE]);

/** Cuts a file into its declarations, without reading more of them than their names. */
export function cut(source: Buffer): Cut {
  const cutter = new Cutter(source);
  while (cutter.cutNext());
  return cutter.result();
}

class Cutter {
  private readonly skimmer: Skimmer;
  private module: string | null = null;
  private readonly imports: Import[] = [];
  private readonly pieces: Piece[] = [];
  /** What was cut last is the last of the pieces. */
  private pieceIsLast = false;

  constructor(private readonly source: Buffer) {
    this.skimmer = new Skimmer(source);
  }

  /** False at the end of the file. */
  cutNext(): boolean {
    const { skimmer, source } = this;
    if (!skimmer.skipSpace()) return false;
    const head = new HeadReader(source, skimmer.position);
    const keyword = head.word();
    const kind = PIECE_KINDS.get(keyword);
    if (kind !== undefined) this.cutPiece(kind, head);
    else if (keyword === "import") this.imports.push(...head.imports(skimmer.skipDeclaration()));
    else if (keyword === "package" && this.module === null) this.cutPackageClause(head);
    else this.cutStray();
    this.pieceIsLast = kind !== undefined;
    return true;
  }

  result(): Cut {
    const { module, imports, pieces, skimmer } = this;
    if (module !== null) return { module, imports, pieces, problems: skimmer.problems };
    const problems = [{ line: 1, message: "package clause is missing" }, ...skimmer.problems];
    return { module: "", imports, pieces, problems };
  }

  private cutPiece(kind: Piece["kind"], head: HeadReader): void {
    const { position: start, line } = this.skimmer;
    const end = this.skimmer.skipDeclaration();
    const names = kind === "function" ? head.functionHead(end) : NO_NAMES;
    this.pieces.push({ kind, ...names, start, end, line });
  }

  private cutPackageClause(head: HeadReader): void {
    this.skimmer.skipDeclaration();
    this.module = head.word() ?? "";
  }

  /**
   * What is left over of the declaration before it, is made part of it again:
   * then that does not parse, and is unknown instead of cut short.
   */
  private cutStray(): void {
    const { position: start } = this.skimmer;
    const end = this.skimmer.skipStray();
    const last = this.pieceIsLast && this.isRest(start) ? this.pieces.pop() : undefined;
    if (last !== undefined) this.pieces.push({ ...last, end });
  }

  /** Left-over code is indented or starts with a closing bracket of its own, unlike a conflict marker or a misspelt keyword. */
  private isRest(start: number): boolean {
    const { source } = this;
    if (isBlank[source[start - 1] ?? 0] === 1) return true;
    return CLOSING.has(source[start] ?? 0) && isWord[source[start + 1] ?? 0] === 0;
  }
}
