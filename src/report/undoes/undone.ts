import type { UndoesAnswer, Undone, UndoneLine } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import { type Item, item } from "../outline.js";
import { permalink } from "../permalink.js";
import { bareSubject, cut, day, referToCommit, referWithCommit } from "../refer.js";
import { linked, prose, type Text } from "../text.js";

/** A share that is not whole is never shown as 100 %. */
export function percentOf({ coverage }: Undone): number {
  return coverage >= 1 ? 100 : Math.min(99, Math.round(coverage * 100));
}

/** So many lines show what it is about; --format json has them all. */
const MOST_LINES = 8;
const MOST_COMMITS = 6;
/** Code beyond this says no more to a reader. */
const LINE = 100;

export function undoneItem(undone: Undone, answer: UndoesAnswer, messages: Messages, webUrl: string | null): Item {
  const say = messages.undoes;
  const { kind, matchedLines, condition, alsoCommits, chain, lines } = undone;
  const commits = (ids: readonly string[]): Text[] =>
    ids.slice(0, MOST_COMMITS).map((commit) => referToCommit(commit, webUrl));
  const also = alsoCommits.length - MOST_COMMITS;
  const more = matchedLines - Math.min(lines.length, MOST_LINES);
  return item(
    say.undone({
      who: referWithCommit(undone, webUrl),
      subject: prose(bareSubject(undone.subject, undone.pullRequest)),
      date: prose(day(undone.date)),
    }),
    [
      item(say.share({ percent: percentOf(undone), confidence: undone.confidence, by: undone.by })),
      item(matchedLines > 0 ? say.kind(kind, matchedLines) : say.kindByBehavior(kind)),
      item(say.declared(undone.declared), [], "faint"),
      ...(condition === null ? [] : [item(say.condition(say.quoted(cut(condition, 2 * LINE))), [], "differs")]),
      ...(alsoCommits.length === 0
        ? []
        : [item(say.also([...commits(alsoCommits), ...(also > 0 ? [say.more(also)] : [])]))]),
      ...(chain.length < 2 ? [] : [item(say.chain(commits(chain.slice(-MOST_COMMITS))))]),
      ...lines.slice(0, MOST_LINES).map((line) => lineItem(line, answer, messages, webUrl)),
      ...(lines.length > 0 && more > 0 ? [item(say.moreLines(more), [], "faint")] : []),
    ],
    "strong",
  );
}

/** Only lines that the change adds have an address: the others are in no commit that the answer names. */
function lineItem(
  { file, line, text, change }: UndoneLine,
  { commit }: UndoesAnswer,
  messages: Messages,
  webUrl: string | null,
): Item {
  const added = change === "adds-removed";
  const place = linked(`${file}:${line}`, added ? permalink(webUrl, { commit, file, line }) : null);
  const code = cut(text.trim().replaceAll("\t", "  "), LINE);
  return item(messages.undoes.line(place, change, code), [], added ? "added" : "removed");
}
