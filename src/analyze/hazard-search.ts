import { type DeclarationHazards, type HazardSighting, HazardTable, hazardNeedles } from "../behavior/index.js";
import type { PathFilter, SourceEntry } from "../git/index.js";
import type { LanguageFrontEnd, Piece } from "../languages/index.js";
import type { Pack } from "../rules/index.js";
import { type FindNeedles, needleFinder } from "./needles.js";
import { sourceFilter } from "./source-filter.js";
import type { Tree } from "./tree.js";

/** What one blob holds, with lines counted from 1 in the blob; in the order of the source. */
export interface BlobHazards {
  readonly sightings: readonly { readonly line: number; readonly sighting: HazardSighting }[];
  readonly unknown: readonly Unknown[];
}
export interface Unknown {
  /** Null for a file as a whole. */
  readonly line: number | null;
  readonly reason: "unread" | "unparsed" | "undecided";
  /** The hazard of which nothing is known here; null where that is all of them. */
  readonly hazard: string | null;
}

const NOTHING: BlobHazards = { sightings: [], unknown: [] };
const UNREAD: BlobHazards = { sightings: [], unknown: [{ line: null, reason: "unread", hazard: null }] };

/** Looks for the hazards of one pack in the blobs of its sources. */
export class HazardSearch {
  /** The trees without what the pack does not read. */
  readonly trees: readonly Tree[];
  readonly blobs: ReadonlySet<string>;
  readonly found = new Map<string, BlobHazards>();
  readonly #table: HazardTable;
  readonly #find: FindNeedles | null;

  constructor(
    readonly pack: Pack,
    trees: readonly Tree[],
    private readonly language: LanguageFrontEnd,
  ) {
    const isSource = sourceTest(sourceFilter(pack.sources, language));
    this.trees = trees.map((tree) => (pack.hazards.length === 0 ? [] : tree.filter(isSource)));
    this.blobs = new Set(this.trees.flatMap((tree) => tree.map(({ blob }) => blob)));
    this.#table = new HazardTable(pack.hazards, language);
    const needles = hazardNeedles(pack.hazards);
    this.#find = needles && needleFinder(needles.map((text) => ({ text, whole: false })));
  }

  look(blob: string, content: Buffer | null): void {
    if (!this.blobs.has(blob)) return;
    const found = content === null ? UNREAD : this.#judge(content);
    if (found.sightings.length + found.unknown.length > 0) this.found.set(blob, found);
  }

  #judge(content: Buffer): BlobHazards {
    const places = this.#find?.(content) ?? null;
    if (places?.length === 0) return NOTHING;
    if (!this.pack.sources.generated && this.language.isGenerated(content)) return NOTHING;
    const { pieces, problems } = this.language.cut(content);
    const lost = problems.map(({ line }): Unknown => ({ line, reason: "unparsed", hazard: null }));
    const judged = pieces
      .filter((piece) => piece.kind === "function" && (places?.some((place) => holds(piece, place)) ?? true))
      .map((piece) => ({ piece, hazards: this.#table.of(content.toString("utf8", piece.start, piece.end)) }));
    return {
      sightings: judged.flatMap(({ piece, hazards }) => sightingsIn(piece, hazards)),
      unknown: withoutRepetition([...lost, ...judged.flatMap(({ piece, hazards }) => unknownIn(piece, hazards))]),
    };
  }
}

function holds({ start, end }: Piece, place: number): boolean {
  return start <= place && place < end;
}

function sightingsIn({ line }: Piece, hazards: DeclarationHazards): BlobHazards["sightings"] {
  if (hazards.kind === "broken") return [];
  return hazards.sightings
    .map((sighting) => ({ line: line + sighting.line, sighting }))
    .sort((a, b) => a.line - b.line);
}

function unknownIn({ line }: Piece, hazards: DeclarationHazards): Unknown[] {
  if (hazards.kind === "broken") return [{ line: line + hazards.line, reason: "unparsed", hazard: null }];
  return hazards.undecided.map(({ id }) => ({ line, reason: "undecided", hazard: id }));
}

/** Where cutting lost its way, parsing does, too. */
function withoutRepetition(places: readonly Unknown[]): Unknown[] {
  const known = new Map(places.map((place) => [`${place.line} ${place.reason} ${place.hazard}`, place]));
  return [...known.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Directories are asked once, however many trees and files lie in them. */
function sourceTest(accept: PathFilter): (entry: SourceEntry) => boolean {
  const known = new Map<string, boolean>();
  const isOpen = (path: string): boolean => {
    const end = path.lastIndexOf("/");
    if (end < 0) return true;
    const directory = path.slice(0, end);
    const open = known.get(directory) ?? (isOpen(directory) && accept(`${directory}/`));
    known.set(directory, open);
    return open;
  };
  return ({ path }) => isOpen(path) && accept(path);
}
