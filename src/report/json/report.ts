import { messagesIn } from "../locales/index.js";
import { plain } from "../terminal/escape.js";
import type { TimelineContext } from "../timeline/context.js";
import { type Report, summarize } from "../whole/summary.js";
import { writeBackports } from "./backports.js";
import { jsonLine } from "./escape.js";
import { writeFinding } from "./finding.js";
import { writeMatrix } from "./matrix.js";
import { writeTimeline } from "./timeline.js";

/** `volteface/report@1` on one line. The summary is in English: a program reads it, or hands it on. */
export function renderReportJson(report: Report, { webUrl }: Pick<TimelineContext, "webUrl">): string {
  return jsonLine({
    format: "volteface/report@1",
    behavior: report.matrix.behavior,
    summary: summarize(report, messagesIn("en"), null).map(plain),
    matrix: writeMatrix(report.matrix),
    timeline: writeTimeline(report.timeline),
    backports: writeBackports(report.backports),
    findings: report.findings.map((finding) => writeFinding(finding, webUrl)),
  });
}
