import type { DeclarationFacts, FactTable, KeptFile } from "../behavior/index.js";
import type { Cut, LanguageFrontEnd, Piece } from "../languages/index.js";
import type { Needles } from "./needles.js";
import type { Sameness } from "./tree.js";

/** The declarations of one blob that matter, wherever refs put it. */
export interface KeptBlob {
  readonly cut: Cut;
  readonly declarations: Map<number, KeptFile["declarations"][number]>;
}

/** Cuts blobs into declarations and keeps those that hold a wanted name. Each blob once, each distinct text once. */
export class KeptBlobs {
  readonly #blobs = new Map<string, KeptBlob>();
  readonly #numbers = new Map<DeclarationFacts, number>();

  constructor(
    private readonly language: LanguageFrontEnd,
    private readonly facts: FactTable,
    private readonly readsGenerated: boolean,
  ) {}

  get(blob: string): KeptBlob | undefined {
    return this.#blobs.get(blob);
  }

  /** Equal for blobs that count as the same, with what is kept of them so far. */
  keyOf(blob: string, sameness: Sameness): string {
    const kept = this.#blobs.get(blob);
    if (kept === undefined) return "";
    if (sameness === "blobs") return `${blob}+${kept.declarations.size}`;
    const declarations = [...kept.declarations.values()].map(({ facts }) => this.#numberOf(facts));
    const imports = kept.cut.imports.map(({ alias, path }) => `${alias ?? ""} ${path}`).sort();
    return `${kept.cut.module} ${imports.join(",")} ${declarations.join(",")}`;
  }

  /** Facts are one object per distinct text, so a number for the object stands for the text. */
  #numberOf(facts: DeclarationFacts): number {
    const known = this.#numbers.get(facts);
    if (known !== undefined) return known;
    this.#numbers.set(facts, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Looks at a blob's content for declarations that hold one of the names. */
  look(blob: string, content: Buffer, needles: Needles): void {
    if (!this.readsGenerated && this.language.isGenerated(content)) return;
    let kept = this.#blobs.get(blob);
    const cut = kept?.cut ?? this.language.cut(content);
    for (const piece of cut.pieces) {
      if (!MEANINGFUL.has(piece.kind) || kept?.declarations.has(piece.start)) continue;
      const text = content.toString("utf8", piece.start, piece.end);
      if (!needles.inText(text)) continue;
      if (kept === undefined) this.#blobs.set(blob, (kept = { cut, declarations: new Map() }));
      kept.declarations.set(piece.start, { piece, facts: this.facts.of(text) });
    }
    // What lies where cutting lost its way is unknown: the ref must say so.
    if (kept === undefined && cut.problems.length > 0) this.#blobs.set(blob, { cut, declarations: new Map() });
  }
}

/** Types and imports do nothing. */
const MEANINGFUL: ReadonlySet<Piece["kind"]> = new Set(["function", "constants", "variables"]);
