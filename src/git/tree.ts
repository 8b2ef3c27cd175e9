import { decodePath } from "./paths.js";

/** What a tree holds under one name. */
export type TreeEntryKind = "file" | "directory" | "other";

const SPACE = 32;
const NUL = 0;

/**
 * Walks the entries of a raw tree object: `<mode> <name>\0<id bytes>`, again and again
 * (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). `other` stands for
 * symlinks (120000) and submodules (160000). Returns false when the tree is cut short.
 *
 * @param idBytes 20, or 32 in a SHA-256 repository
 */
export function walkTree(
  tree: Buffer,
  idBytes: number,
  onEntry: (kind: TreeEntryKind, name: string, idAt: number) => void,
): boolean {
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(SPACE, at);
    const nul = tree.indexOf(NUL, space + 1);
    if (space < 0 || nul < 0 || nul + 1 + idBytes > tree.length) return false;
    onEntry(kindOf(tree, at, space), decodePath(tree, space + 1, nul), nul + 1);
    at = nul + 1 + idBytes;
  }
  return true;
}

/** Old tools wrote `040000` where git writes `40000`, and 100664 for files; the upper digits tell the kind. */
function kindOf(tree: Buffer, start: number, end: number): TreeEntryKind {
  switch (Number.parseInt(tree.toString("latin1", start, end), 8) & 0o170000) {
    case 0o100000:
      return "file";
    case 0o040000:
      return "directory";
    default:
      return "other";
  }
}
