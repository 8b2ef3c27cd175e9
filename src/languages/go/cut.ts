import type { Cut, Piece } from "../contract.js";
import { CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PARENTHESIS, NEWLINE } from "./characters.js";
import { HeadReader, type Import } from "./head-reader.js";
import { Skimmer } from "./skim.js";

const PIECE_KINDS: ReadonlyMap<string | null, Piece["kind"]> = new Map<string, Piece["kind"]>([
  ["func", "function"],
  ["const", "constants"],
  ["var", "variables"],
  ["type", "types"],
]);
const CLOSING: ReadonlySet<number> = new Set([CLOSE_PARENTHESIS, CLOSE_BRACKET, CLOSE_BRACE]);

/** Cuts a file into its declarations, without reading more of them than their names. */
export function cut(source: Buffer): Cut {
  const skimmer = new Skimmer(source);
  let module: string | null = null;
  const imports: Import[] = [];
  const pieces: Piece[] = [];
  while (skimmer.skipSpace()) {
    const { position: start, line } = skimmer;
    const head = new HeadReader(source, start);
    const keyword = head.word();
    const kind = PIECE_KINDS.get(keyword);
    if (kind !== undefined) {
      const end = skimmer.skipDeclaration();
      const names = kind === "function" ? head.functionHead(end) : { name: null, owner: null };
      pieces.push({ kind, ...names, start, end, line });
    } else if (keyword === "import") {
      imports.push(...head.imports(skimmer.skipDeclaration()));
    } else if (keyword === "package" && module === null) {
      skimmer.skipDeclaration();
      module = head.word();
    } else {
      const end = skimmer.skipStray();
      if (isRest(source, start)) extendLast(pieces, end);
    }
  }
  const missing = module === null ? [{ line: 1, message: "package clause is missing" }] : [];
  return { module: module ?? "", imports, pieces, problems: [...missing, ...skimmer.problems] };
}

/**
 * Whether code that is no declaration is left over from the one before it: it
 * is indented, or starts with a closing bracket, unlike a conflict marker.
 */
function isRest(source: Buffer, start: number): boolean {
  return source[start - 1] !== NEWLINE || CLOSING.has(source[start] ?? 0);
}

/** With its rest the last declaration does not parse: better unknown than cut short. */
function extendLast(pieces: Piece[], end: number): void {
  const last = pieces.pop();
  if (last !== undefined) pieces.push({ ...last, end });
}
