import type { Remark, Undoes, UndoesAnswer } from "../../history/index.js";
import type { RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { type Chapter, type Item, item, type Outline } from "../outline.js";
import { commitLink, pullRequestLink } from "../permalink.js";
import { refer, referToCommit } from "../refer.js";
import { linked, type Text } from "../text.js";
import { percentOf, undoneItem } from "./undone.js";

/** What a renderer of undoes may know besides the answer. */
export type UndoesContext = Pick<RenderContext, "lang" | "width" | "color" | "webUrl"> & {
  /** Also what there is little evidence for was asked for. */
  readonly all: boolean;
};

export function outlineUndoes(undoes: Undoes, messages: Messages, context: UndoesContext): Outline {
  const chapters = undoes.answers.map((answer) => answerChapter(answer, messages, context));
  return {
    opening: headline(undoes, messages, context),
    paragraphs: [],
    chapters: [...chapters, remarksChapter(undoes.remarks, messages, context)].filter(({ items }) => items.length > 0),
  };
}

function headline({ answers }: Undoes, messages: Messages, { webUrl, all }: UndoesContext): Text {
  const say = messages.undoes.headline;
  const taking = answers.filter(({ undone }) => undone.length > 0);
  const [only] = answers;
  const best = only?.undone[0];
  const hint = all || taking.length > 0 ? [] : say.all;
  if (only === undefined || answers.length > 1) return [...say.many(taking.length, answers.length), ...hint];
  const change = changeText(only, webUrl);
  if (best === undefined) return [...say.none(change), ...hint];
  return say.one({ change, what: refer(best, webUrl), percent: percentOf(best), more: only.undone.length - 1 });
}

function answerChapter(answer: UndoesAnswer, messages: Messages, context: UndoesContext): Chapter {
  return {
    title: messages.undoes.taking(changeText(answer, context.webUrl), answer.undone.length),
    items: answer.undone.map((undone) => undoneItem(undone, answer, messages, context.webUrl)),
  };
}

/** As typed, leading to the pull request or the commit that it stands for. */
function changeText({ change, commit }: UndoesAnswer, webUrl: string | null): Text {
  const number = /^#(\d{1,9})$/.exec(change)?.[1];
  return linked(change, number === undefined ? commitLink(webUrl, commit) : pullRequestLink(webUrl, Number(number)));
}

const MOST_REMARKS = 12;

function remarksChapter(remarks: readonly Remark[], messages: Messages, { webUrl }: UndoesContext): Chapter {
  const more = remarks.length - MOST_REMARKS;
  const items: Item[] = remarks.slice(0, MOST_REMARKS).map((remark) => item(remarkText(remark, messages, webUrl)));
  return {
    title: messages.undoes.headings.remarks,
    items: more > 0 ? [...items, item(messages.undoes.more(more))] : items,
  };
}

function remarkText(remark: Remark, { undoes: { remarks: say } }: Messages, webUrl: string | null): Text {
  switch (remark.code) {
    case "commit-too-large":
      return say["commit-too-large"](referToCommit(remark.commit, webUrl));
    case "file-unread":
      return say["file-unread"](referToCommit(remark.commit, webUrl), remark.path);
    case "history-ends":
      return say["history-ends"](remark.commits.slice(0, MOST_REMARKS).map((commit) => referToCommit(commit, webUrl)));
    case "files-not-followed":
      return say["files-not-followed"](referToCommit(remark.commit, webUrl), remark.files);
  }
}
