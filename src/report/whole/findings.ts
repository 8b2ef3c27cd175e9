import type { Finding } from "../../review/index.js";
import type { Messages } from "../locales/index.js";
import type { Chapter } from "../outline.js";
import { findingItem } from "../review/finding-item.js";
import type { Text } from "../text.js";

/** What is told of the findings on a ref, in one sentence. */
export function findingsHeadline(ref: string, findings: readonly Finding[], { review }: Messages): Text {
  return review.headline.standing(ref, findings.filter(isTold).length);
}

/** The findings on a ref, and behind them those that are only counted. */
export function findingsChapters(findings: readonly Finding[], messages: Messages, webUrl: string | null): Chapter[] {
  const { headings } = messages.review;
  const items = (chosen: readonly Finding[]) => chosen.map((finding) => findingItem(finding, messages, webUrl));
  const told = findings.filter(isTold);
  const counted = findings.filter((finding) => !isTold(finding));
  return [
    { title: headings.findings(told.length), items: items(told) },
    { title: headings.monitored(counted.length), items: items(counted), aside: true },
  ].filter((chapter) => chapter.items.length > 0);
}

function isTold({ mode }: Finding): boolean {
  return mode !== "monitor";
}
