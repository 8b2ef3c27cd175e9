import type { Finding, Review } from "../../review/index.js";
import { findingSentence } from "../findings/sentence.js";
import type { Messages } from "../locales/index.js";
import { shortRef } from "../refer.js";
import type { Text } from "../text.js";

/** The one sentence that matters: of the finding to read first, else of what the change does. */
export function reviewHeadline(review: Review, messages: Messages, webUrl: string | null): Text {
  const say = messages.review.headline;
  const head = shortRef(review.head.ref);
  const [first, ...more] = toldFindings(review);
  if (first !== undefined) {
    if (review.base === null) return say.standing(head, more.length + 1);
    const sentence = findingSentence(first.facts, messages, webUrl);
    return more.length === 0 ? sentence : [...sentence, ...say.more(more.length)];
  }
  if (review.base === null) return say.standing(head, 0);
  if (review.resolved.length > 0) return say.resolves(review.resolved.length);
  return review.changes.length === 0 ? say.nothing : say.changes(stagesOf(review), operationsOf(review));
}

/** What is said on a pull request; the rest is only counted. */
export function toldFindings({ findings }: Review): Finding[] {
  return findings.filter(({ mode }) => mode !== "monitor");
}

function stagesOf({ changes }: Review): string[] {
  return [...new Set(changes.flatMap(({ stage }) => stage ?? []))];
}

function operationsOf({ changes }: Review): string[] {
  return [...new Set(changes.flatMap(({ operation }) => operation ?? []))];
}
