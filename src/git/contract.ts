/** What the rest of the program may ask of git. Implemented in this folder; nobody else starts git. */

/** A ref as the user typed it, and what it stands for. */
export interface ResolvedRef {
  readonly ref: string;
  /** Full object id of the commit (annotated tags are peeled). */
  readonly commit: string;
}

/** One file of a commit's tree. */
export interface SourceEntry {
  /** Slash-separated path; bytes that are not UTF-8 are kept as `\xNN`. */
  readonly path: string;
  /** Blob id. */
  readonly blob: string;
}

/** The files of one commit that were asked for. Shared subtrees are listed once however many commits hold them. */
export interface Snapshot {
  readonly commit: string;
  readonly entries: readonly SourceEntry[];
  /** Trees that could not be read, as sentences; what they hold is unknown. */
  readonly problems: readonly string[];
}

/** Chooses what a snapshot lists: directories are asked with a trailing slash. */
export type PathFilter = (path: string) => boolean;

/**
 * Receives one blob. `content` is null for a missing or oversized object, with the reason.
 * The buffer is only valid during the call.
 */
export type OnBlob = (blob: string, content: Buffer | null, problem: "missing" | "too-large" | null) => void;

/** What a commit says about itself. Texts are decoded to Unicode, whatever the commit's encoding. */
export interface CommitRecord {
  readonly commit: string;
  /** Full ids, the first parent first. */
  readonly parents: readonly string[];
  readonly author: string;
  /** UTC: `2025-10-21T08:00:00Z`. */
  readonly authorDate: string;
  readonly committerDate: string;
  /** The first paragraph, on one line. */
  readonly subject: string;
  /** The rest, without blank lines at its end. */
  readonly body: string;
}

/** What a commit did to one file. A rename is a deletion and an addition; a change of mode alone is not listed. */
export interface FileChange {
  readonly path: string;
  /** Blob ids; null where there is no ordinary file (nothing, a symlink, a submodule). */
  readonly before: string | null;
  readonly after: string | null;
  readonly status: "added" | "deleted" | "modified";
}

export interface HistoryCommit extends CommitRecord {
  /** True where a shallow clone ends: parents and changes are unknown, and empty. */
  readonly shallow: boolean;
  readonly changes: readonly FileChange[];
}

/** A commit as a link of the first-parent lines it is on. */
export interface LineCommit {
  /** Null at a root, and where a shallow clone ends. */
  readonly parent: string | null;
  /** The first paragraph, on one line. */
  readonly subject: string;
  /** True where a shallow clone ends. */
  readonly shallow: boolean;
}

export interface HistoryOptions {
  /** Leaves out this commit and its history. */
  readonly until?: string;
  /** Files or directories, literally: only commits that change one of them, and only those changes. */
  readonly paths?: readonly string[];
  /**
   * True unless told: follows first parents only, a merge being the change it brought.
   * False: all commits, and a merge lists only the files that differ from all its parents.
   */
  readonly firstParent?: boolean;
}

export interface PullRequestHead {
  readonly number: number;
  readonly commit: string;
}

export interface Repository {
  /** The git directory. */
  readonly gitDirectory: string;
  /** The root of the working tree, where people write files; null for a bare repository. Nothing is read from there. */
  workTree(): Promise<string | null>;
  /** Resolves what users type: branch, remote-tracking name, tag, commit, HEAD, `#123`. Fails with `unknown-ref` and the nearest name. */
  resolve(refs: readonly string[]): Promise<ResolvedRef[]>;
  /** The default branch and all release-like branches, the default branch first, then by version, as they were when first asked for. */
  defaultRefs(): Promise<string[]>;
  /** Lists the files of commits without checking anything out. Symlinks and submodules are left out. */
  snapshots(commits: readonly string[], accept: PathFilter): Promise<Snapshot[]>;
  /**
   * Streams blobs through one `git cat-file` process, in the order asked. A blob above
   * `limit` bytes (16 MiB unless told) is dropped without being held in memory.
   */
  readBlobs(blobs: Iterable<string>, onBlob: OnBlob, limit?: number): Promise<void>;
  /**
   * Streams the history of commits, newest first, with the files that each commit
   * changed; what several have in common comes once. Leaving the loop early ends git.
   * Missing blobs do not matter; a missing tree fails with `repository-damaged`.
   */
  history(from: string | readonly string[], options?: HistoryOptions): AsyncIterable<HistoryCommit>;
  /** The commits that one comes to from these by first parents, themselves included, by id. Reads no tree. */
  firstParents(tips: readonly string[]): Promise<ReadonlyMap<string, LineCommit>>;
  /** The best common ancestor of two commits, null when there is none in this clone. */
  mergeBase(a: string, b: string): Promise<string | null>;
  /** Those of the commits that are the ancestor itself or have it in their history. All are full ids. */
  descendants(ancestor: string, commits: readonly string[]): Promise<ReadonlySet<string>>;
  /** The heads of the pull requests that this clone holds, by number. */
  pullRequestHeads(): Promise<PullRequestHead[]>;
  /** What commits say about themselves, in the order asked; null for one that is not in this clone. */
  commitMessages(commits: readonly string[]): Promise<(CommitRecord | null)[]>;
  /** The web address of the repository (`https://github.com/owner/name`) when a remote tells, else null. */
  webUrl(): Promise<string | null>;
  /** Ends every child process. */
  close(): Promise<void>;
}
