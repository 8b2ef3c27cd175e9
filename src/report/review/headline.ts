import type { Finding, Review } from "../../review/index.js";
import { findingSentence } from "../findings/sentence.js";
import type { Messages } from "../locales/index.js";
import { shortRef } from "../refer.js";
import type { Text } from "../text.js";

/** The one sentence that matters: of the finding to read first, else of what the change does. */
export function reviewHeadline(review: Review, messages: Messages, webUrl: string | null): Text {
  const say = messages.review.headline;
  const head = shortRef(review.head.ref);
  const told = toldFindings(review);
  if (review.base === null) return say.standing(head, told.length);
  const lead = leadingFinding(review);
  if (lead !== null) {
    const sentence = findingSentence(lead.facts, messages, webUrl);
    return told.length === 1 ? sentence : [...sentence, ...say.more(told.length - 1)];
  }
  if (review.resolved.length > 0) {
    const sentence = say.resolves(review.resolved.length, told.length > 0);
    return told.length === 0 ? sentence : [...sentence, ...say.more(told.length)];
  }
  return review.changes.length === 0 ? say.nothing : say.changes(stagesOf(review), operationsOf(review));
}

/** The finding that the headline is about: what is mended comes before a notice, and a warning before both. */
export function leadingFinding(review: Review): Finding | null {
  const [first] = toldFindings(review);
  if (first === undefined || review.base === null) return null;
  return first.severity === "notice" && review.resolved.length > 0 ? null : first;
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
