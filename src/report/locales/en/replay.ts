import { prose, say, type Text } from "../../text.js";
import { plural } from "./words.js";

/** What would have been said about the past. */
export const replay = {
  headline: (f: { comments: number; merges: number; ref: string; from: Text; to: Text }) =>
    f.comments === 0
      ? say`Nothing would have been said about the latest ${f.merges} ${plural(f.merges, "merge", "merges")} of ${f.ref}.`
      : say`${f.comments} ${plural(f.comments, "comment", "comments")} on the latest ${f.merges} ${plural(f.merges, "merge", "merges")} of ${f.ref}: ${rate(f.comments, f.merges)} on 100.`,
  span: (from: Text, to: Text) => say`Merged from ${from} to ${to}.`,
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

function rate(comments: number, merges: number): Text {
  return prose((Math.round((comments / merges) * 1000) / 10).toString());
}
