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

export interface Repository {
  /** The git directory. */
  readonly gitDirectory: string;
  /** Resolves what users type: branch, remote-tracking name, tag, commit, HEAD, `#123`. Fails with `unknown-ref` and the nearest name. */
  resolve(refs: readonly string[]): Promise<ResolvedRef[]>;
  /** The default branch and all release-like branches, the default branch first, then by version. */
  defaultRefs(): Promise<string[]>;
  /** Lists the files of commits without checking anything out. Symlinks and submodules are left out. */
  snapshots(commits: readonly string[], accept: PathFilter): Promise<Snapshot[]>;
  /**
   * Streams blobs through one `git cat-file` process, in the order asked.
   * `content` is null for a missing or oversized object, with the reason.
   * The buffer is only valid during the call.
   */
  readBlobs(
    blobs: Iterable<string>,
    onBlob: (blob: string, content: Buffer | null, problem: "missing" | "too-large" | null) => void,
  ): Promise<void>;
  /** The web address of the repository (`https://github.com/owner/name`) when a remote tells, else null. */
  webUrl(): Promise<string | null>;
  /** Ends every child process. */
  close(): Promise<void>;
}
