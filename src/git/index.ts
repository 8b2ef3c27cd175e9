/**
 * The door to git. In: a directory, names of refs, ids. Out: commits, listings of
 * files, contents of blobs. This folder starts git, and nobody else reads with it; it
 * never writes to a repository, never reaches the network, and refuses to know what the
 * contents mean. (Those few who write borrow its environment.)
 */

export { type LoggedCommit, readCommitLog } from "./commit-log.js";
export type {
  CommitRecord,
  FileChange,
  HistoryCommit,
  HistoryOptions,
  LineCommit,
  OnBlob,
  PathFilter,
  PullRequestHead,
  Repository,
  ResolvedRef,
  Snapshot,
  SourceEntry,
} from "./contract.js";
export { releaseVersion } from "./default-refs.js";
export { type GitSetting, gitEnvironment } from "./environment.js";
export { openRepository } from "./open-repository.js";
export { readPatchIds } from "./patch-ids.js";
export {
  type Patch,
  type PatchFile,
  type PatchHunk,
  type PatchOptions,
  type PatchRequest,
  streamPatches,
  type UnreadFile,
} from "./patches.js";
