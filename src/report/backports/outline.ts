import type { Backports } from "../../history/index.js";
import type { RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { nameSome } from "../names.js";
import { type Chapter, item, type Outline } from "../outline.js";
import { refer, referToCommit } from "../refer.js";
import { prose, type Text } from "../text.js";
import { backportsHeadline, concernedRefs } from "./headline.js";
import { isAsked, policyAgainst, questionsOf, questionText } from "./questions.js";
import { backportsTable, quietMarks } from "./table.js";

/** What a renderer of backports may know besides the answer; there is no pack when commits were asked for. */
export type BackportsContext = Pick<RenderContext, "lang" | "width" | "color" | "webUrl"> & {
  readonly packTitle: string | null;
};

export function outlineBackports(backports: Backports, messages: Messages, context: BackportsContext): Outline {
  const { behavior, from } = backports;
  const say = messages.backports;
  return {
    opening: backportsHeadline(backports, messages, context.webUrl),
    paragraphs: [
      {
        text: behavior === null ? say.commits(from) : say.behavior(behavior, prose(context.packTitle ?? ""), from),
        bullet: false,
      },
    ],
    chapters: backportsChapters(backports, messages, context.webUrl),
  };
}

export function backportsChapters(backports: Backports, messages: Messages, webUrl: string | null): Chapter[] {
  const { headings } = messages.backports;
  const { changes, from } = backports;
  const refs = concernedRefs(backports);
  const questions = questionsOf(backports);
  const current = changes.filter(({ superseded }) => !superseded);
  const past = changes.filter(({ superseded }) => superseded);
  const chapters: Chapter[] = [
    {
      title: headings.questions(questions.length),
      items: questions.map((question) => item(questionText(question, backports, messages, webUrl))),
    },
    ...(refs.length === 0 || current.length === 0
      ? []
      : [
          {
            title: headings.table,
            table: backportsTable(current, refs, messages, webUrl),
            items: legend(backports, refs, messages).map((text) => item(text, [], "faint")),
          },
        ]),
    ...(refs.length === 0 || past.length === 0
      ? []
      : [
          {
            title: headings.superseded(from, past.length),
            notes: [messages.backports.legend.superseded(from)],
            table: backportsTable(past, refs, messages, webUrl),
            items: [],
            aside: true,
          },
        ]),
    quietChapter(backports, messages, webUrl),
  ];
  return chapters.filter(({ items, table }) => items.length > 0 || table !== undefined);
}

function legend(backports: Backports, shown: readonly string[], messages: Messages): Text[] {
  const { refs, changes } = backports;
  const say = messages.backports.legend;
  const notAsked = shown.flatMap((ref) => {
    const policy = policyAgainst(backports, ref);
    return policy === null ? [] : [{ ref, policy }];
  });
  const hidden = refs.filter((ref) => !shown.includes(ref));
  const current = changes.filter(({ superseded }) => !superseded);
  return [
    ...(current.some((change) => shown.some((ref) => isAsked(change, ref))) ? [say.question] : []),
    ...(current.some(({ on }) => shown.some((ref) => on[ref]?.status === "not-applicable")) ? [say.notApplicable] : []),
    ...(notAsked.length > 0 ? [say.notAsked(notAsked)] : []),
    ...(hidden.length > 0 ? [say.hidden(nameSome(refs, hidden), hidden.length)] : []),
  ];
}

function quietChapter(backports: Backports, messages: Messages, webUrl: string | null): Chapter {
  const say = messages.backports;
  return {
    title: say.headings.quiet,
    notes: [say.quiet.note],
    items: quietMarks(backports).map(({ change, ref, mark }) =>
      item(
        say.quiet.at({
          who: refer(change, webUrl),
          ref,
          commit: mark.commit === null ? null : referToCommit(mark.commit, webUrl),
          witnesses: mark.witnesses.map((witness) => say.witness[witness]),
        }),
      ),
    ),
    aside: true,
  };
}
