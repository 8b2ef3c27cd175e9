import type { BackportStatus, Witness } from "../../../history/index.js";
import type { Names } from "../../names.js";
import { join, say, type Text } from "../../text.js";
import { listSome, listTexts, plural } from "./words.js";

/** Branches, and the changes that a question is about. */
export interface GapFields {
  readonly refs: Text;
  /** How many branches. */
  readonly count: number;
  readonly changes: readonly Text[];
  readonly from: string;
}

export const backports = {
  headline: {
    noChanges: (from: string) => say`Nothing on ${from} changed this behavior.`,
    noRefs: (from: string) => say`There is no branch to compare ${from} with.`,
    nothingMissing: (from: string, refs: number) =>
      refs === 1
        ? say`The branch that the changes of ${from} concern has all of them that are in force.`
        : say`Each of the ${refs} branches that the changes of ${from} concern has all of them that are in force.`,
    ruledOut: (from: string) => say`What branches lack of the changes of ${from}, their policies rule out.`,
    noneApplies: (from: string) => say`No other branch has the code that the changes of ${from} concern.`,
    more: (questions: number) => say` ${questions} more ${plural(questions, "question", "questions")} below.`,
  },
  /** A gap is a question: whether a change belongs on a branch is for its maintainers to say. */
  question: {
    missing: (f: GapFields) =>
      say`${f.refs} ${plural(f.count, "does", "do")} not have ${listTexts(f.changes)}: ${plural(f.changes.length, "is it", "are they")} meant to be there?`,
    partial: (f: GapFields) =>
      say`${f.refs} ${plural(f.count, "has", "have")} only part of ${listTexts(f.changes)}: is that meant?`,
    reverted: (f: GapFields) => say`${f.refs} took ${listTexts(f.changes)} back: is that meant?`,
  },
  refs: (refs: Names) => listSome(refs),
  changes: (changes: readonly Text[], more: number) => (more > 0 ? [...changes, say`${more} more`] : [...changes]),
  behavior: (id: string, title: Text, from: string) => say`${id}, changes of ${from}: ${title}`,
  commits: (from: string) => say`changes of ${from}`,
  headings: {
    questions: (count: number) => say`Questions (${count})`,
    table: say`Which branch has what`,
    superseded: (from: string, count: number) => say`No longer in force on ${from} itself (${count})`,
    quiet: say`Present, though nothing there names it`,
  },
  change: say`change`,
  titled: (who: Text, subject: Text) => say`${who} ${subject}`,
  status: {
    present: say`present`,
    partial: say`partial`,
    missing: say`missing`,
    "not-applicable": say`—`,
    reverted: say`reverted`,
  } satisfies Record<BackportStatus, Text>,
  legend: {
    question: say`? a question for the maintainers of the branch, no fault`,
    notApplicable: say`— does not apply: the code that it changes was never there`,
    superseded: (from: string) => say`What ${from} has itself replaced since is missed nowhere.`,
    notAsked: (refs: readonly { readonly ref: string; readonly policy: string }[]) =>
      say`Not asked, by policy: ${listTexts(refs.map(({ ref, policy }) => say`${ref} (${policy})`))}.`,
    hidden: (refs: Names, count: number) =>
      say`Not shown, because nothing applies there: ${listSome(refs)} (${count}).`,
  },
  quiet: {
    note: say`No number, trailer or common history says so; what tells it stands in brackets.`,
    at: (f: { who: Text; ref: string; commit: Text | null; witnesses: readonly Text[] }) =>
      say`${f.who} on ${f.ref}${f.commit === null ? [] : say` as ${f.commit}`} (${join(f.witnesses, ", ")})`,
  },
  witness: {
    behavior: say`behavior`,
    ancestor: say`ancestor`,
    trailer: say`trailer`,
    number: say`number`,
    "patch-id": say`patch-id`,
    similarity: say`similarity`,
  } satisfies Record<Witness, Text>,
};
