import type { Review } from "../../review/index.js";
import { backportsChapters } from "../backports/outline.js";
import { type Messages, messagesIn } from "../locales/index.js";
import type { BehindReview, ReviewContext } from "../review/context.js";
import { outlineReview } from "../review/outline.js";
import { timelineChapters } from "../timeline/outline.js";
import { concernedMatrix } from "../whole/concerned.js";
import { matrixSections } from "./matrix.js";
import { chapterSections, openingLines } from "./outline.js";
import { assemble, folded, type Section } from "./sections.js";

/** A review as a GitHub comment: what to look at, and folded away below what stands behind it. */
export function renderReviewMarkdown(review: Review, context: ReviewContext): string {
  const messages = messagesIn(context.lang);
  const outline = outlineReview(review, messages, context);
  return assemble(
    openingLines(outline),
    [
      ...outline.chapters.flatMap(chapterSections),
      ...(context.answers ?? []).flatMap(({ command, author, markdown }) =>
        folded(messages.app.answer({ command, author }), markdown.trimEnd().split("\n")),
      ),
      ...folded(messages.app.howToAnswer, context.commands?.split("\n") ?? []),
      ...context.behind
        .filter(({ story }) => story !== null)
        .flatMap((each) => behindSections(each, messages, context)),
    ],
    messages,
  );
}

/** Yields to all that the review says itself. */
const LAST = 1000;

function behindSections({ pack, matrix, story }: BehindReview, messages: Messages, context: ReviewContext): Section[] {
  const { headings } = messages.report;
  const shared = { ...context, packTitle: pack.title, statesKnown: true };
  const { open } = matrixSections(concernedMatrix(matrix).concerned, messages, context);
  const parts: readonly (readonly [(typeof headings)["matrix"], readonly Section[]])[] = [
    [headings.matrix, open],
    ...(story === null
      ? []
      : ([
          [headings.timeline, timelineChapters(story.timeline, messages, shared, "first").flatMap(chapterSections)],
          [headings.backports, backportsChapters(story.backports, messages, context.webUrl).flatMap(chapterSections)],
        ] as const)),
  ];
  return parts.flatMap(([title, sections]) =>
    folded(
      messages.matrix.titled(pack.id, title),
      sections.flatMap(({ heading, lines }, index) => [
        ...(index === 0 ? [] : [""]),
        ...(heading !== undefined && sections[index - 1]?.heading !== heading ? [heading, ""] : []),
        ...lines,
      ]),
    ).map((section) => ({ ...section, yields: LAST })),
  );
}
