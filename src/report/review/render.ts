import type { Review } from "../../review/index.js";
import { matrixFormats } from "../context.js";
import { renderReviewJson } from "../json/review.js";
import { type Lang, messagesIn } from "../locales/index.js";
import { renderReviewMarkdown } from "../markdown/review.js";
import { renderSarif } from "../sarif/render.js";
import { plain } from "../terminal/escape.js";
import { renderOutlineTerminal } from "../terminal/outline.js";
import type { ReviewContext } from "./context.js";
import { reviewHeadline } from "./headline.js";
import { outlineReview } from "./outline.js";

export const reviewFormats = [...matrixFormats, "sarif"] as const;
export type ReviewFormat = (typeof reviewFormats)[number];

const renderers: Readonly<Record<ReviewFormat, (review: Review, context: ReviewContext) => string>> = {
  terminal: (review, context) =>
    renderOutlineTerminal(outlineReview(review, messagesIn(context.lang), context), context),
  markdown: renderReviewMarkdown,
  json: renderReviewJson,
  sarif: renderSarif,
};

/** A review as text that ends with a line break. */
export function renderReview(review: Review, format: ReviewFormat, context: ReviewContext): string {
  return renderers[format](review, context);
}

/** The sentence of a review that matters, as one line of plain text. */
export function renderReviewTitle(review: Review, lang: Lang): string {
  return plain(reviewHeadline(review, messagesIn(lang), null));
}
