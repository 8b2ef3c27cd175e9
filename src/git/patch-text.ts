/** The text of `git diff-tree --stdin -r -p -U0`, line by line, to values. Knows git's patch format and nothing else. */

/** A run of neighbouring changed lines, without context. */
export interface PatchHunk {
  /** 1-based line of the first removed line before the change; where nothing is removed, of the line it follows. */
  readonly oldLine: number;
  /** 1-based line of the first added line after the change; where nothing is added, of the line it follows. */
  readonly newLine: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export interface PatchFile {
  /** The path after the change; before it where the file is deleted. */
  readonly path: string;
  /** The path before the change where git sees a rename, else null. */
  readonly oldPath: string | null;
  readonly status: "changed" | "added" | "deleted" | "renamed";
  /** Empty for binary files, pure renames and mode changes. */
  readonly hunks: readonly PatchHunk[];
}

/** What one commit changed against one parent. */
export interface Patch {
  readonly commit: string;
  readonly files: readonly PatchFile[];
  /** Changed lines of the wanted files, also those that were not kept. */
  readonly changedLines: number;
  /** The change is larger than the limit: `files` holds only its beginning. */
  readonly truncated: boolean;
}

interface OpenFile {
  path: string;
  oldPath: string | null;
  status: PatchFile["status"];
  hunks: PatchHunk[];
  /** Whether its lines are wanted; null until its hunks begin. */
  wanted: boolean | null;
}

interface OpenHunk {
  oldLine: number;
  newLine: number;
  removed: string[];
  added: string[];
}

const COMMIT_LINE = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const HUNK_LINE = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** A C-style escape as git writes it in quoted paths: https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath */
const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** `"a/caf\303\251"` to `a/café`; an unquoted path is itself. Bytes that are not UTF-8 become U+FFFD. */
export function unquotePath(quoted: string): string {
  if (!quoted.startsWith('"') || !quoted.endsWith('"')) return quoted;
  const bytes: Buffer[] = [];
  for (const part of quoted.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) {
    if (part[1] !== undefined) bytes.push(Buffer.from([Number.parseInt(part[1], 8)]));
    else if (part[2] !== undefined) bytes.push(Buffer.from([ESCAPES[part[2]] ?? part[2].charCodeAt(0)]));
    else bytes.push(Buffer.from(part[0]));
  }
  return Buffer.concat(bytes).toString("utf8");
}

/** The path of a `--- a/…` or `+++ b/…` line, or null for /dev/null. git ends a path with a space in it with a tab. */
function sidePath(text: string): string | null {
  const path = unquotePath(text.endsWith("\t") ? text.slice(0, -1) : text);
  return path === "/dev/null" ? null : path.slice(2);
}

/** The path of `diff --git a/X b/X`, needed only where neither names nor hunks follow (binary files, mode changes). */
function headerPath(text: string): string {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(text);
  if (quoted !== null) return unquotePath(quoted[0]).slice(2);
  return text.slice(2, (text.length - 1) / 2);
}

/**
 * Takes the lines of the stream in order and hands out each commit when the
 * next one begins, so that a commit cut off in the middle is never handed out.
 */
export class PatchParser {
  #commit: string | null = null;
  #files: PatchFile[] = [];
  #changedLines = 0;
  #keptLines = 0;
  #file: OpenFile | null = null;
  #hunk: OpenHunk | null = null;
  #removedLeft = 0;
  #addedLeft = 0;

  /**
   * @param lineLimit changed lines kept of one commit
   * @param accept the files whose lines are wanted
   */
  constructor(
    private readonly lineLimit: number,
    private readonly accept: (path: string) => boolean,
    private readonly onPatch: (patch: Patch) => void,
  ) {}

  line(text: string): void {
    if (this.#removedLeft > 0 || this.#addedLeft > 0) {
      this.#content(text);
      return;
    }
    switch (text.charCodeAt(0)) {
      case 64: // @
        this.#beginHunk(text);
        return;
      case 92: // "\ No newline at end of file"
        return;
      default:
        if (COMMIT_LINE.test(text)) this.#beginCommit(text);
        else this.#header(text);
    }
  }

  /** Ends the stream. Call it only when git ended well. */
  end(): void {
    this.#endCommit();
  }

  #content(text: string): void {
    const first = text.charCodeAt(0);
    const removed = first === 45;
    if (!removed && first !== 43) return;
    if (removed) this.#removedLeft--;
    else this.#addedLeft--;
    if (this.#hunk === null) return;
    this.#changedLines++;
    if (this.#keptLines >= this.lineLimit) return;
    this.#keptLines++;
    (removed ? this.#hunk.removed : this.#hunk.added).push(text.slice(1));
  }

  #beginHunk(text: string): void {
    const match = HUNK_LINE.exec(text);
    if (match === null || this.#file === null) return;
    this.#endHunk();
    this.#removedLeft = match[2] === undefined ? 1 : Number(match[2]);
    this.#addedLeft = match[4] === undefined ? 1 : Number(match[4]);
    this.#file.wanted ??= this.accept(this.#file.path);
    if (this.#file.wanted)
      this.#hunk = { oldLine: Number(match[1]), newLine: Number(match[3]), removed: [], added: [] };
  }

  #beginCommit(commit: string): void {
    this.#endCommit();
    this.#commit = commit;
  }

  #header(text: string): void {
    if (text.startsWith("diff --git ")) {
      this.#endFile();
      this.#file = { path: headerPath(text.slice(11)), oldPath: null, status: "changed", hunks: [], wanted: null };
      return;
    }
    const file = this.#file;
    if (file === null) return;
    if (text.startsWith("new file mode ")) file.status = "added";
    else if (text.startsWith("deleted file mode ")) file.status = "deleted";
    else if (text.startsWith("rename from ")) {
      file.oldPath = unquotePath(text.slice(12));
      file.status = "renamed";
    } else if (text.startsWith("rename to ")) file.path = unquotePath(text.slice(10));
    else if (text.startsWith("--- ")) file.path = sidePath(text.slice(4)) ?? file.path;
    else if (text.startsWith("+++ ")) file.path = sidePath(text.slice(4)) ?? file.path;
  }

  #endHunk(): void {
    const hunk = this.#hunk;
    if (hunk !== null && (hunk.removed.length > 0 || hunk.added.length > 0)) this.#file?.hunks.push(hunk);
    this.#hunk = null;
  }

  #endFile(): void {
    this.#endHunk();
    if (this.#file !== null) {
      const { path, oldPath, status, hunks } = this.#file;
      this.#files.push({ path, oldPath, status, hunks });
    }
    this.#file = null;
  }

  #endCommit(): void {
    this.#endFile();
    if (this.#commit !== null) {
      this.onPatch({
        commit: this.#commit,
        files: this.#files,
        changedLines: this.#changedLines,
        truncated: this.#changedLines > this.#keptLines,
      });
    }
    this.#commit = null;
    this.#files = [];
    this.#changedLines = 0;
    this.#keptLines = 0;
    this.#removedLeft = 0;
    this.#addedLeft = 0;
  }
}
