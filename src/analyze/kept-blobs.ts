import type { FactTable, KeptFile } from "../behavior/index.js";
import type { Cut, LanguageFrontEnd, Piece } from "../languages/index.js";
import type { FindNeedles } from "./needles.js";
import type { Sameness } from "./tree.js";

/** The declarations of one blob that matter, wherever refs put it. */
export interface KeptBlob {
  readonly head: Pick<Cut, "module" | "imports">;
  /** By where they begin; the texts are shared with all blobs that hold them. */
  readonly declarations: Map<number, { readonly piece: Piece; readonly text: string; readonly number: number }>;
}

/** Cuts blobs into declarations and keeps those that hold a wanted name. Each blob once, each distinct text once. */
export class KeptBlobs {
  readonly #blobs = new Map<string, KeptBlob>();
  readonly #generated = new Set<string>();
  /** One list for all files that import the same. */
  readonly #imports = new Map<string, Cut["imports"]>();

  constructor(
    private readonly language: LanguageFrontEnd,
    private readonly facts: FactTable,
    private readonly readsGenerated: boolean,
  ) {}

  get(blob: string): KeptBlob | undefined {
    return this.#blobs.get(blob);
  }

  /** The texts of a blob's kept declarations. */
  textsIn(blob: string): string[] {
    return [...(this.#blobs.get(blob)?.declarations.values() ?? [])].map(({ text }) => text);
  }

  /** Equal for blobs that count as the same, with what is kept of them so far. */
  keyOf(blob: string, sameness: Sameness): string {
    const kept = this.#blobs.get(blob);
    if (kept === undefined) return "";
    if (sameness === "blobs") return `${blob}+${kept.declarations.size}`;
    const declarations = [...kept.declarations.values()].map(({ number }) => number);
    const imports = kept.head.imports.map(({ alias, path }) => `${alias ?? ""} ${path}`).sort();
    return `${kept.head.module} ${imports.join(",")} ${declarations.join(",")}`;
  }

  /**
   * The kept declarations of a blob, as a file of a tree; null when nothing of it is kept.
   * @param before such a file, which is given again when it is the same
   */
  fileAt(path: string, blob: string, before: KeptFile | null): KeptFile | null {
    const kept = this.#blobs.get(blob);
    if (kept === undefined) return null;
    const declarations = [...kept.declarations.values()].map(({ piece, text }) => ({
      piece,
      facts: this.facts.of(text),
    }));
    const file: KeptFile = { path, ...kept.head, declarations };
    return before !== null && isSameFile(before, file) ? before : file;
  }

  /** Known to be generated, when such are not read. */
  isClosed(blob: string): boolean {
    return this.#generated.has(blob);
  }

  /** Keeps the declarations of a blob that hold a needle; false when there is nothing in it to be kept. */
  look(blob: string, content: Buffer, find: FindNeedles): boolean {
    if (!this.readsGenerated && this.language.isGenerated(content)) {
      this.#generated.add(blob);
      return false;
    }
    const places = find(content);
    if (places.length === 0) return false;
    const cut = this.language.cut(content);
    const { declarations } = this.#blobs.get(blob) ?? { declarations: new Map() };
    const holding = piecesAt(places, cut.pieces).filter(({ kind }) => MEANINGFUL.has(kind));
    // What lies where cutting lost its way is unknown: the ref must say so.
    if (holding.length === 0 && cut.problems.length === 0) return false;
    this.#blobs.set(blob, { head: { module: cut.module, imports: this.#shared(cut.imports) }, declarations });
    for (const piece of holding) {
      if (declarations.has(piece.start)) continue;
      const text = content.toString("utf8", piece.start, piece.end);
      declarations.set(piece.start, { piece, ...this.facts.intern(text) });
    }
    return true;
  }

  #shared(imports: Cut["imports"]): Cut["imports"] {
    const key = JSON.stringify(imports);
    const known = this.#imports.get(key) ?? imports;
    this.#imports.set(key, known);
    return known;
  }
}

/** Types do nothing, and variables only what functions do with them; some hold megabytes of text. */
const MEANINGFUL: ReadonlySet<Piece["kind"]> = new Set(["function", "constants"]);

function isSameFile(a: KeptFile, b: KeptFile): boolean {
  return (
    a.path === b.path &&
    a.imports === b.imports &&
    a.declarations.length === b.declarations.length &&
    a.declarations.every(({ piece, facts }, index) => {
      const other = b.declarations[index];
      return piece === other?.piece && facts === other.facts;
    })
  );
}

/** The pieces in which the places lie; both in the order of the source. */
function piecesAt(places: readonly number[], pieces: readonly Piece[]): Piece[] {
  let next = 0;
  return pieces.filter(({ start, end }) => {
    while ((places[next] ?? end) < start) next++;
    return (places[next] ?? end) < end;
  });
}
