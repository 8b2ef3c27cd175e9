import type { CommitRecord } from "../../git/index.js";
import type { Similarity } from "./similarity.js";
import { subjectLikeness } from "./subject-likeness.js";

/** Bundles hold a change among others: then only the share of the change counts, a little less. */
const IN_BUNDLE = 0.75;
/** Weight that must be shared before a bundle or a moved file is believed: three full lines. */
const EVIDENCE = 3;

/** Files move between branches: what two commits do alike in files of other names counts half, if it is enough. */
const IN_OTHER_FILES = 0.5;

/** How much of one change two commits share by their lines, 0 to 1. */
export function contentLikeness({ dice, contained, shared, anywhere }: Similarity): number {
  const bundled = shared >= EVIDENCE ? IN_BUNDLE * contained : 0;
  const moved = anywhere.shared >= EVIDENCE ? IN_OTHER_FILES * anywhere.dice : 0;
  return Math.max(dice, bundled, moved);
}

/**
 * Content, plus what the messages add: up to 0.5 for the subject, less if the main branch has
 * the subject several times; 0.3 for the author's time, which picking keeps.
 */
export function wholeLikeness(content: number, a: CommitRecord, b: CommitRecord, namesakes: number): number {
  const subject = (0.5 * subjectLikeness(a.subject, b.subject)) / Math.max(1, namesakes);
  const sameTime = a.authorDate === b.authorDate && a.author === b.author;
  return content + subject + (sameTime ? 0.3 : 0);
}

/** From here on, content alone makes a pick. Tuned on kube-ovn and kueue; see `bench/backports`. */
export const CONTENT_THRESHOLD = 0.35;
/** From here on, content with subject and time does. */
const WHOLE_THRESHOLD = 0.6;

/** Whether two commits are alike enough to be one change. */
export function isAlike(content: number, whole: number): boolean {
  return content >= CONTENT_THRESHOLD || whole >= WHOLE_THRESHOLD;
}
