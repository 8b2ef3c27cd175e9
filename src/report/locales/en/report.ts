import type { Names } from "../../names.js";
import { say, type Text } from "../../text.js";
import { listSome, plural } from "./words.js";

/** The report that holds everything: its three sentences, and its parts. */
export const report = {
  headings: {
    matrix: say`Where branches disagree`,
    timeline: say`How they came to`,
    backports: say`What is missing where`,
    findings: say`What asks for attention`,
  },
  /** A sentence of the summary, after the heading of the part that it sums up. */
  summed: (heading: Text, sentence: Text) => say`${heading}: ${sentence}`,
  withoutBehavior: (refs: number) =>
    say` ${refs} ${plural(refs, "ref does", "refs do")} not have this behavior at all.`,
  without: (refs: Names, count: number) =>
    say`Without this behavior: ${listSome(refs)} (${count} ${plural(count, "ref", "refs")})`,
  undone: (ref: string, undo: Text) => say`on ${ref}, ${undo}.`,
  notUndone: (ref: string, changes: number, latest: Text, date: Text) =>
    changes === 1
      ? say`one change on ${ref}, ${latest} (${date}), made it what it is; nothing was taken back.`
      : say`none of the ${changes} changes on ${ref} took another back; the latest is ${latest} (${date}).`,
  /** The latest proposal that would take something back. */
  wouldUndo: (proposal: Text, what: Text) => say` ${proposal}, not merged, would take back ${what}.`,
};
