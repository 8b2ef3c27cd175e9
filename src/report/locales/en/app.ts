import { join, prose, say, type Text } from "../../text.js";

/** What the App says on GitHub besides its reviews. */
export const app = {
  /** The one line that stays of a comment. */
  folded: (head: Text) => say`Nothing is left to say here: as of ${head}, what stood in this place is no longer so.`,
  howToAnswer: say`How to answer here`,
  /** Above what a command was answered with. */
  answer: (f: { command: string; author: string }) => say`${f.command}, asked by ${prose(f.author)}`,
  check: {
    running: say`Looking at it`,
    runningSummary: say`The review is being made.`,
    superseded: say`Not finished: something newer came`,
    supersededSummary: say`The check of the newest commit tells all.`,
    draft: say`Not looked at: it is a draft`,
    draftSummary: say`The settings of this repository say ${"drafts: off"}. It is looked at when it is ready for review, or when somebody gives a command.`,
    unable: say`This could not be looked at`,
    trouble: say`Volteface could not finish`,
    /** A mistake of ours; the id leads to the log of whoever runs the App. */
    troubleSummary: (id: string) =>
      say`Something went wrong in Volteface, and not in this change. The details are in the log of whoever runs it, under ${id}.`,
    /** At most 20 and 40 characters. */
    again: { label: "Run again", description: "Review this pull request again" },
  },
  help: {
    about: say`Commands of those who may write to this repository, one in a comment, at the beginning of a line:`,
    compare: say`what each of these branches, tags or commits does`,
    timeline: say`how the base branch came to do what it does`,
    explain: say`what a finding or a rule means, and how to answer it`,
    intended: say`what this pull request undoes is meant; the reason is shown`,
    ignore: say`this finding is not told here again; the reason is shown`,
    help: say`this list`,
  },
  problems: {
    unknown: (word: string, usages: readonly string[]) =>
      say`There is no command ${word}; there are ${join(
        usages.map((usage) => [{ name: usage }]),
        ", ",
      )}.`,
    needs: (usage: string) => say`This is written ${usage}.`,
    several: say`A comment can hold one command; please write one comment for each.`,
    noFinding: (id: string) =>
      say`There is no finding ${id} on this pull request, so nothing is ignored. The findings here stand above with their ids.`,
    nothingNamed: (id: string) => say`There is neither a finding nor a rule ${id} here.`,
  },
};
