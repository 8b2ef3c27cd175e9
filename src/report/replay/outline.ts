import type { Replay, ReplayedComment } from "../../review/index.js";
import type { RenderContext } from "../context.js";
import { findingSentence } from "../findings/sentence.js";
import type { Messages } from "../locales/index.js";
import { type Chapter, type Item, item, type Outline, type Table } from "../outline.js";
import { bareSubject, day, referWithCommit, shortRef } from "../refer.js";
import { name, prose, type Text } from "../text.js";

export type ReplayContext = Pick<RenderContext, "lang" | "width" | "color" | "webUrl">;

export function outlineReplay(replay: Replay, messages: Messages, { webUrl }: ReplayContext): Outline {
  const say = messages.replay;
  const { comments, merges, ref, months, rules } = replay;
  const [first, last] = [months[0], months.at(-1)];
  const chapters: Chapter[] = [
    {
      title: say.headings.comments(comments.length),
      items: comments.map((comment) => commentItem(comment, messages, webUrl)),
    },
  ];
  return {
    opening: say.headline({ comments: comments.length, merges, ref: shortRef(ref) }),
    paragraphs:
      first === undefined || last === undefined ? [] : [{ text: say.span(first.month, last.month), bullet: false }],
    chapters: [
      ...chapters.filter(({ items }) => items.length > 0),
      ...(rules.length === 0 ? [] : [{ title: say.headings.rules, table: rulesTable(replay, messages), items: [] }]),
      ...(months.length === 0 ? [] : [{ title: say.headings.months, table: monthsTable(replay, messages), items: [] }]),
    ],
  };
}

function commentItem(comment: ReplayedComment, messages: Messages, webUrl: string | null): Item {
  const text = messages.replay.merge({
    date: prose(day(comment.date)),
    who: referWithCommit(comment, webUrl),
    subject: prose(bareSubject(comment.subject, comment.pullRequest)),
  });
  const findings = comment.findings.map(({ facts }) => item(findingSentence(facts, messages, webUrl)));
  return item(text, findings, "strong");
}

function rulesTable({ rules }: Replay, { replay: { columns } }: Messages): Table {
  return {
    corner: columns.rule,
    columns: [columns.comments, columns.counted],
    rows: rules.map(({ rule, comments, counted }) => row(name(rule), comments, counted)),
  };
}

function monthsTable({ months }: Replay, { replay: { columns } }: Messages): Table {
  return {
    corner: columns.month,
    columns: [columns.merges, columns.comments],
    rows: months.map(({ month, merges, comments }) => row(prose(month), merges, comments)),
  };
}

function row(head: Text, ...counts: readonly number[]): Table["rows"][number] {
  return {
    head,
    tone: "plain",
    cells: counts.map((count) => ({ lines: [{ text: [String(count)], tone: "plain" as const }], mark: "" })),
  };
}
