import type { Remark, Review } from "../../review/index.js";
import { codedMessage } from "../locales/coded.js";
import type { Messages } from "../locales/index.js";
import { type Chapter, type Item, item, type Outline } from "../outline.js";
import { name, type Text } from "../text.js";
import { changeItems } from "../timeline/changes.js";
import { commandsFor } from "./commands.js";
import type { ReviewContext } from "./context.js";
import { draftLines } from "./draft.js";
import { findingItem } from "./finding-item.js";
import { leadingFinding, reviewHeadline, toldFindings } from "./headline.js";
import { rangeText } from "./range.js";
import { relationItems } from "./relation-items.js";
import { settledChapters } from "./settled.js";

/** A review for a person: the sentence that matters, what stands behind it, and what to do. */
export function outlineReview(review: Review, messages: Messages, context: ReviewContext): Outline {
  const say = messages.review;
  const { webUrl } = context;
  return {
    opening: reviewHeadline(review, messages, webUrl),
    paragraphs: [
      ...leadDetails(review, messages, webUrl).map(({ text }) => ({ text, bullet: true })),
      { text: [...rangeText(review, messages, webUrl), ...standingText(review, messages)], bullet: false },
    ],
    chapters: [
      findingsChapter(review, messages, webUrl),
      ...settledChapters(review, messages, webUrl),
      remarksChapter(review, messages),
      { title: say.headings.draft, items: [], copy: draftLines(toldFindings(review), messages), aside: true },
      changesChapter(review, messages, webUrl),
      monitoredChapter(review, messages, webUrl),
      { title: say.headings.reproduce, items: [], copy: commandsFor(review).map(name), aside: true },
    ].filter(({ items, copy = [] }: Chapter) => items.length > 0 || copy.length > 0),
  };
}

function standingText({ standing }: Review, { review: say, wordSpace }: Messages): Text {
  return standing === 0 ? [] : [...wordSpace, ...say.standing(standing)];
}

/** What stands behind the finding of the opening. */
function leadDetails(review: Review, messages: Messages, webUrl: string | null): readonly Item[] {
  const lead = leadingFinding(review);
  return lead === null ? [] : findingItem(lead, messages, webUrl).items;
}

/** Where a finding leads, the opening has told it. */
function findingsChapter(review: Review, messages: Messages, webUrl: string | null): Chapter {
  const { headings } = messages.review;
  const told = toldFindings(review);
  const lead = leadingFinding(review);
  const listed = told.filter((finding) => finding !== lead);
  return {
    title: lead === null ? headings.findings(listed.length) : headings.more(listed.length),
    items: listed.map((finding) => findingItem(finding, messages, webUrl)),
    ...(review.base === null ? {} : { open: { most: OPEN, rest: headings.more } }),
  };
}

/** A finding takes four lines or so, and a reader in a hurry reads twenty. */
const OPEN = 3;

function monitoredChapter({ findings }: Review, messages: Messages, webUrl: string | null): Chapter {
  const counted = findings.filter(({ mode }) => mode === "monitor");
  return {
    title: messages.review.headings.monitored(counted.length),
    items: counted.map((finding) => findingItem(finding, messages, webUrl)),
    aside: true,
  };
}

function changesChapter({ changes, relations }: Review, messages: Messages, webUrl: string | null): Chapter {
  return {
    title: messages.review.headings.changes(changes.length),
    items: [...changeItems(changes, messages), ...relationItems(relations, messages, webUrl)],
    aside: true,
  };
}

function remarksChapter({ remarks }: Review, { review: say }: Messages): Chapter {
  const text = ({ code, fields }: Remark) => codedMessage(say.remarks, code, fields);
  return { title: say.headings.remarks, items: remarks.map((remark): Item => item(text(remark), [], "warning")) };
}
