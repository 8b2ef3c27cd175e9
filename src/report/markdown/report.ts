import { backportsChapters } from "../backports/outline.js";
import { messagesIn } from "../locales/index.js";
import { prose, type Text } from "../text.js";
import type { TimelineContext } from "../timeline/context.js";
import { timelineChapters } from "../timeline/outline.js";
import { concernedMatrix } from "../whole/concerned.js";
import { findingsChapters } from "../whole/findings.js";
import { type Report, summarize, withoutText } from "../whole/summary.js";
import { markdown } from "./escape.js";
import { matrixSections } from "./matrix.js";
import { chapterSections } from "./outline.js";
import { assemble, type Section } from "./sections.js";

/** The whole report as a GitHub comment: what is folded away comes last, so that it is what a comment too long goes without. */
export function renderReportMarkdown(report: Report, context: TimelineContext): string {
  const messages = messagesIn(context.lang);
  const { headings } = messages.report;
  const { matrix, timeline, backports, findings } = report;
  const { concerned, without } = concernedMatrix(matrix);
  const sections = matrixSections(concerned, messages, context);
  const opening = [
    ...summarize(report, messages, context.webUrl).map((sentence) => `- **${markdown(sentence)}**`),
    "",
    markdown(messages.matrix.titled(matrix.behavior, prose(context.packTitle))),
  ];
  return assemble(
    opening,
    [
      ...part(headings.matrix, [
        ...sections.open,
        ...(without.length === 0
          ? []
          : [{ title: messages.matrix.headings.refs, lines: [markdown(withoutText(matrix, without, messages))] }]),
      ]),
      ...part(headings.timeline, timelineChapters(timeline, messages, context, "first").flatMap(chapterSections)),
      ...part(headings.backports, backportsChapters(backports, messages, context.webUrl).flatMap(chapterSections)),
      ...part(headings.findings, findingsChapters(findings, messages, context.webUrl).flatMap(chapterSections)),
      ...sections.folded.map((section) => ({ ...section, yields: LAST })),
    ],
    messages,
  );
}

/** Yields to everything else. */
const LAST = 1000;

function part(title: Text, sections: readonly Section[]): Section[] {
  return sections.length === 0 ? [] : [{ title, lines: [`### ${markdown(title)}`] }, ...sections];
}
