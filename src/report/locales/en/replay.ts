import { perHundred } from "../../replay/rate.js";
import { prose, say, type Text } from "../../text.js";
import { plural } from "./words.js";

/** What would have been said about the past. */
export const replay = {
  headline: (f: { comments: number; merges: number; ref: string }) => {
    if (f.merges === 0) return say`${f.ref} has no merge to look at.`;
    const merges = say`the latest ${f.merges === 1 ? [] : say`${f.merges} `}${plural(f.merges, "merge", "merges")} of ${f.ref}`;
    return f.comments === 0
      ? say`Nothing would have been said about ${merges}.`
      : say`${f.comments} ${plural(f.comments, "comment", "comments")} on ${merges}: ${perHundred(f)} per 100.`;
  },
  span: (from: string, to: string) =>
    from === to ? say`Merged in ${prose(from)}.` : say`Merged from ${prose(from)} to ${prose(to)}.`,
  headings: {
    comments: (count: number) => say`What would have been said (${count}, oldest first)`,
    rules: say`By rule`,
    months: say`By month`,
  },
  columns: {
    rule: say`rule`,
    month: say`month`,
    merges: say`merges`,
    comments: say`in comments`,
    counted: say`only counted`,
  },
  merge: (f: { date: Text; who: Text; subject: Text }) => say`${f.date} ${f.who} ${f.subject}`,
};
