import { utcDate } from "./commit-record.js";
import type { CommitRecord, FileChange, HistoryCommit } from "./contract.js";
import { decodePath } from "./paths.js";

/** Each field ends with NUL: between them by `%x00`, after the last by `-z`. */
export const LOG_FORMAT = "%H%x00%P%x00%an%x00%at%x00%ct%x00%s%x00%b";
const FIELDS = LOG_FORMAT.split("%x00").length;

const COLON = 58;
const LINE_FEED = 10;

/**
 * Turns the NUL-separated parts of `git log -z --raw --format=tformat:…` into commits.
 * After a commit's fields come its changes, two parts each: `:modes ids status` (the
 * first after a line feed) and the path. See `git help diff-tree`, RAW OUTPUT FORMAT.
 */
export class HistoryParser {
  #fields: string[] = [];
  #record: CommitRecord | null = null;
  #changes: FileChange[] = [];
  /** The description of a change whose path comes next. */
  #change: string | null = null;

  /** @param shallow commits whose parents are not in this clone */
  constructor(private readonly shallow: ReadonlySet<string>) {}

  /** Takes the next part; gives the commit that it shows to be complete. */
  push(part: Buffer): HistoryCommit | null {
    if (this.#change !== null) {
      this.#addChange(this.#change, part);
      this.#change = null;
      return null;
    }
    // Before the combined changes of a merge, or instead of them, git puts one NUL too many.
    if (this.#record !== null && part.length === 0) return null;
    if (this.#record !== null && isChange(part)) {
      this.#change = part.toString("latin1").trimStart();
      return null;
    }
    const complete = this.end();
    this.#fields.push(part.toString("utf8"));
    if (this.#fields.length === FIELDS) this.#startCommit();
    return complete;
  }

  /** The commit that was being read, if any. */
  end(): HistoryCommit | null {
    if (this.#record === null) return null;
    const shallow = this.shallow.has(this.#record.commit);
    // Without parents git compares with nothing: every file would be new.
    const complete = { ...this.#record, shallow, changes: shallow ? [] : this.#changes };
    this.#record = null;
    this.#changes = [];
    return complete;
  }

  #startCommit(): void {
    const [commit = "", parents = "", author = "", authored = "", committed = "", subject = "", body = ""] =
      this.#fields;
    if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new Error(`git log printed ${JSON.stringify(commit)} for a commit`);
    this.#fields = [];
    this.#record = {
      commit,
      parents: parents.split(" ").filter((parent) => parent !== ""),
      author,
      authorDate: utcDate(authored),
      committerDate: utcDate(committed),
      subject: subject.trim(),
      body: body.trimEnd(),
    };
  }

  /** `:before-mode after-mode before after status`, with one colon, mode and id more for each further parent. */
  #addChange(description: string, path: Buffer): void {
    const parents = description.lastIndexOf(":") + 1;
    const words = description.slice(parents).split(" ");
    const before = fileId(words[0], words[parents + 1]);
    const after = fileId(words[parents], words[2 * parents + 1]);
    if (before === after) return;
    const status = before === null ? "added" : after === null ? "deleted" : "modified";
    this.#changes.push({ path: decodePath(path), before, after, status });
  }
}

function isChange(part: Buffer): boolean {
  return part[0] === COLON || (part[0] === LINE_FEED && part[1] === COLON);
}

/** The blob of an ordinary file; null for what is absent, a symlink or a submodule. */
function fileId(mode: string | undefined, id: string | undefined): string | null {
  return mode?.startsWith("100") ? (id ?? null) : null;
}
