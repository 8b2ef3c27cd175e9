/** What is asked of a mirror: to be as the repository is on GitHub now. */
export interface MirrorRequest {
  /** GitHub's number of the repository; it stays when the repository gets another name. */
  readonly repositoryId: number;
  /** Where it is cloned from, without credentials: `https://github.com/OWNER/REPO.git`. */
  readonly url: string;
  /** The branch that HEAD shall name. */
  readonly defaultBranch: string;
  /** Numbers of the open pull requests: their heads are fetched, and those of all others are dropped. */
  readonly pullRequests: readonly number[];
  /** Gives a new token that may read the contents; asked again when the first one is not accepted. */
  readonly token: () => Promise<string>;
}

/** A mirror in use. Until it is disposed of it is not evicted, and it keeps the heads of pull requests that it has. */
export interface Mirror extends Disposable {
  /** A bare repository; read it through `src/git`. */
  readonly directory: string;
  /** Pull requests that GitHub has no head of. */
  readonly missing: readonly number[];
}

/** What mirrors may cost. */
export interface MirrorLimits {
  /** Bytes of one mirror. */
  readonly mirrorBytes: number;
  /** Bytes of all mirrors; those unused for longest go first. */
  readonly totalBytes: number;
  /** Milliseconds for one fetch. */
  readonly timeout: number;
}

/** Mirrors of repositories under one directory, which must belong to this process alone. */
export interface Mirrors {
  /**
   * Brings the mirror of a repository up to date, makes it, or makes it anew when it is broken.
   * One fetch at a time per repository; the others wait for their turn.
   *
   * Fails with `mirror.no-access`, `mirror.unreachable`, `mirror.timeout`, `mirror.too-large`,
   * `mirror.no-space`, `mirror.history-rejected`, `mirror.fetch-failed`, `mirror.unsupported-url`, `git-not-found`
   * or `interrupted`; the mirror then stays as it was. What `token` throws is passed on.
   */
  fetch(request: MirrorRequest, signal: AbortSignal): Promise<Mirror>;
  /** Whoever reads a mirror and finds it damaged says so; the next fetch makes it anew. */
  distrust(repositoryId: number): void;
}
