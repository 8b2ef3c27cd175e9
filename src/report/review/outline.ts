import type { RefAndCommit, Remark, ResolvedFinding, Review, StatedFinding } from "../../review/index.js";
import { findingSentence } from "../findings/sentence.js";
import { codedMessage } from "../locales/coded.js";
import type { Messages } from "../locales/index.js";
import { type Chapter, type Item, item, type Outline } from "../outline.js";
import { refer, referToCommit } from "../refer.js";
import { name, type Text } from "../text.js";
import { changeItems } from "../timeline/changes.js";
import { commandsFor } from "./commands.js";
import type { ReviewContext } from "./context.js";
import { drafts } from "./draft.js";
import { findingItem } from "./finding-item.js";
import { reviewHeadline, toldFindings } from "./headline.js";
import { relationItems } from "./relation-items.js";

/** A review for a person: the sentence that matters, what stands behind it, and what to do. */
export function outlineReview(review: Review, messages: Messages, context: ReviewContext): Outline {
  const say = messages.review;
  const { webUrl } = context;
  return {
    opening: reviewHeadline(review, messages, webUrl),
    paragraphs: [
      { text: rangeText(review, messages, webUrl), bullet: false },
      ...(review.standing > 0 ? [{ text: say.standing(review.standing), bullet: false }] : []),
    ],
    chapters: [
      findingsChapter(review, messages, webUrl),
      resolvedChapter(review, messages, webUrl),
      statedChapter(review, messages, webUrl),
      draftChapter(review, messages, webUrl),
      changesChapter(review, messages, webUrl),
      monitoredChapter(review, messages, webUrl),
      remarksChapter(review, messages),
      { title: say.headings.reproduce, items: commandsFor(review).map((command) => item(name(command))), aside: true },
    ].filter(({ items }) => items.length > 0),
  };
}

function rangeText(
  { base, mergeBase, head, behaviors }: Review,
  { review: say }: Messages,
  webUrl: string | null,
): Text {
  const named = ({ ref, commit }: RefAndCommit): Text => say.named(shortRef(ref), referToCommit(commit, webUrl));
  return base === null
    ? say.alone({ head: named(head), behaviors })
    : say.range({ base: named({ ref: base.ref, commit: mergeBase ?? base.commit }), head: named(head), behaviors });
}

/** A whole id as a ref says no more than its beginning. */
function shortRef(ref: string): string {
  return ref.replace(/[0-9a-f]{40,64}/g, (id) => id.slice(0, 10));
}

function findingsChapter(review: Review, messages: Messages, webUrl: string | null): Chapter {
  const told = toldFindings(review);
  return {
    title: messages.review.headings.findings(told.length),
    items: told.map((finding) => findingItem(finding, messages, webUrl)),
  };
}

function monitoredChapter({ findings }: Review, messages: Messages, webUrl: string | null): Chapter {
  const counted = findings.filter(({ mode }) => mode === "monitor");
  return {
    title: messages.review.headings.monitored(counted.length),
    items: counted.map((finding) => findingItem(finding, messages, webUrl)),
    aside: true,
  };
}

function draftChapter(review: Review, messages: Messages, webUrl: string | null): Chapter {
  return {
    title: messages.review.headings.draft,
    items: drafts(toldFindings(review), messages, webUrl).map((text) => item(text)),
    aside: true,
  };
}

function resolvedChapter({ resolved }: Review, messages: Messages, webUrl: string | null): Chapter {
  return {
    title: messages.review.headings.resolved(resolved.length),
    items: resolved.map((each) => item(resolvedText(each, messages, webUrl))),
  };
}

function resolvedText({ finding, asBefore }: ResolvedFinding, messages: Messages, webUrl: string | null): Text {
  const say = messages.review;
  const before = asBefore === null ? say.gone : say.asBefore(refer(asBefore, webUrl), asBefore.ref);
  return say.resolved(findingSentence(finding.facts, messages, webUrl), before);
}

function statedChapter({ stated }: Review, messages: Messages, webUrl: string | null): Chapter {
  return {
    title: messages.review.headings.stated(stated.length),
    items: stated.map((each) => item(statedText(each, messages, webUrl))),
  };
}

function statedText({ finding, reason, by, who }: StatedFinding, messages: Messages, webUrl: string | null): Text {
  const say = messages.review;
  const sentence = findingSentence(finding.facts, messages, webUrl);
  return say.stated({ sentence, reason, by: say.statedBy[by](who) });
}

function changesChapter({ changes, relations }: Review, messages: Messages, webUrl: string | null): Chapter {
  return {
    title: messages.review.headings.changes(changes.length),
    items: [...changeItems(changes, messages), ...relationItems(relations, messages, webUrl)],
    aside: true,
  };
}

function remarksChapter({ remarks }: Review, messages: Messages): Chapter {
  return {
    title: messages.review.headings.remarks,
    items: remarks.map((remark): Item => item(remarkText(remark, messages), [], "warning")),
  };
}

function remarkText({ code, fields }: Remark, { review: { remarks } }: Messages): Text {
  return codedMessage(remarks, code, fields);
}
