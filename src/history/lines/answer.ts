/** The JSON contract `volteface/undoes@1`; fields may be added, never changed. */
import type { Confidence } from "./score.js";

/** A line of the change that takes something back. */
export interface UndoneLine {
  readonly file: string;
  /** 1-based: after the change for a line that it adds, before it for one that it removes. */
  readonly line: number;
  readonly text: string;
  readonly change: "removes-added" | "adds-removed";
}

/** An earlier commit that the change takes back. */
export interface Undone {
  /** 40 digits; of a pull request with several commits, the one that is taken back most clearly. */
  readonly commit: string;
  readonly pullRequest: number | null;
  readonly subject: string;
  /** Weighted share of the commit that is taken back, 0 to 1, two decimals. */
  readonly coverage: number;
  readonly confidence: Confidence;
  /** Which weighs more: that lines come back which the commit removed, or that lines go which it added. */
  readonly kind: "brings-back" | "removes";
  /** The change's own text says so. */
  readonly declared: boolean;
  /** Cells of a rule pack say so, or only the lines. */
  readonly by: "behavior" | "lines";
  /** At most 100, by file and line. */
  readonly lines: readonly UndoneLine[];
  /** UTC, of the committer. */
  readonly date: string;
  /** The commit's subject says that it mended something. */
  readonly fix: boolean;
  /** See `scoreOf`; two decimals. */
  readonly score: number;
  /** Number of lines taken back, also of those not listed. */
  readonly matchedLines: number;
  /** Commits of the same pull request that are taken back too, by score. */
  readonly alsoCommits: readonly string[];
  /** Commits that put these lines in and took them out before, oldest first, this one included. */
  readonly chain: readonly string[];
  /** What the removed lines say about when they may go ("remove once … is fixed"). */
  readonly condition: string | null;
}

export interface UndoesAnswer {
  /** The argument as typed. */
  readonly change: string;
  /** The commit it stands for; of a range, its end. */
  readonly commit: string;
  /** Best first. */
  readonly undone: readonly Undone[];
  /** The commit before the change: its first parent, or where a range or a pull request forked; null for a root. */
  readonly base: string | null;
}

/** What the answers could not take into account; the locales have the words. */
export type Remark =
  /** Only the beginning of what this commit changed was looked at. */
  | { readonly code: "commit-too-large"; readonly commit: string }
  /** An object of this file is not in this clone; a null path means a whole folder. */
  | { readonly code: "file-unread"; readonly commit: string; readonly path: string | null }
  /** A shallow clone: nothing is known of what came before these commits. */
  | { readonly code: "history-ends"; readonly commits: readonly string[] }
  /** The change touches more files than are followed. */
  | { readonly code: "files-not-followed"; readonly commit: string; readonly files: number };

export interface Undoes {
  readonly format: "volteface/undoes@1";
  readonly answers: readonly UndoesAnswer[];
  readonly remarks: readonly Remark[];
}
