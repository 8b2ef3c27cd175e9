import { backportsChapters } from "../backports/outline.js";
import { type Messages, messagesIn } from "../locales/index.js";
import { prose, type Text } from "../text.js";
import type { TimelineContext } from "../timeline/context.js";
import { timelineChapters } from "../timeline/outline.js";
import { concernedMatrix } from "../whole/concerned.js";
import { findingsChapters } from "../whole/findings.js";
import { type Report, summarize, withoutText } from "../whole/summary.js";
import { plain } from "./escape.js";
import { matrixLines } from "./matrix.js";
import { chapterLines, pageFor } from "./outline.js";
import { heading, type Page, paragraph } from "./sections.js";
import { widthOf } from "./width.js";

/** The whole report for a person at a terminal: a sentence for each part, then what stands behind each. */
export function renderReportTerminal(report: Report, context: TimelineContext): string {
  const messages = messagesIn(context.lang);
  const { headings } = messages.report;
  const page = pageFor(context);
  const { matrix, timeline, backports, findings } = report;
  const { concerned, without } = concernedMatrix(matrix);
  const lines = [
    ...summarize(report, messages, context.webUrl).flatMap((sentence) =>
      paragraph(sentence, page, { bullet: "- ", style: "strong" }),
    ),
    "",
    ...paragraph(messages.matrix.titled(matrix.behavior, prose(context.packTitle)), page, { style: "faint" }),
    ...part(headings.matrix, page),
    ...matrixLines(concerned, messages, context, page),
    ...(without.length === 0
      ? []
      : paragraph(withoutText(matrix, without, messages), page, { bullet: "- ", style: "faint" })),
    ...part(headings.timeline, page),
    ...timelineChapters(timeline, messages, context, "last").flatMap((chapter) => chapterLines(chapter, page)),
    ...part(headings.backports, page),
    ...backportsChapters(backports, messages, context.webUrl).flatMap((chapter) => chapterLines(chapter, page)),
    ...findingsPart(findings, messages, context, page),
  ];
  return `${lines.join("\n")}\n`;
}

/** The sentence above has said it when there is none. */
function findingsPart(
  findings: Report["findings"],
  messages: Messages,
  { webUrl }: TimelineContext,
  page: Page,
): string[] {
  const chapters = findingsChapters(findings, messages, webUrl);
  if (chapters.length === 0) return [];
  return [...part(messages.report.headings.findings, page), ...chapters.flatMap((each) => chapterLines(each, page))];
}

function part(title: Text, page: Page): string[] {
  const rule = "═".repeat(Math.min(page.width, widthOf(plain(title))));
  return ["", ...heading(title, page), page.paint("faint", rule)];
}
