import type { ResolvedFinding, Review, StatedFinding } from "../../review/index.js";
import { findingFact } from "../findings/sentence.js";
import type { Messages } from "../locales/index.js";
import { type Chapter, item } from "../outline.js";
import { refer } from "../refer.js";
import type { Text } from "../text.js";

/** What nothing is asked about: what is so no more, and what somebody has answered for. */
export function settledChapters({ resolved, stated }: Review, messages: Messages, webUrl: string | null): Chapter[] {
  const { headings } = messages.review;
  return [
    {
      title: headings.resolved(resolved.length),
      items: resolved.map((each) => item(resolvedText(each, messages, webUrl))),
    },
    { title: headings.stated(stated.length), items: stated.map((each) => item(statedText(each, messages, webUrl))) },
  ];
}

function resolvedText({ finding, asBefore }: ResolvedFinding, messages: Messages, webUrl: string | null): Text {
  const fact = findingFact(finding.facts, messages, webUrl);
  if (asBefore === null) return fact;
  return [...fact, ...messages.wordSpace, ...messages.review.asBefore(refer(asBefore, webUrl), asBefore.ref)];
}

function statedText({ finding, reason, by, who }: StatedFinding, messages: Messages, webUrl: string | null): Text {
  const fact = findingFact(finding.facts, messages, webUrl);
  return messages.review.stated({ fact, reason, by: messages.review.statedBy[by](who) });
}
