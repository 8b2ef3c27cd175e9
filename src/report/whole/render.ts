import type { MatrixFormat } from "../context.js";
import { renderReportJson } from "../json/report.js";
import { renderReportMarkdown } from "../markdown/report.js";
import { renderReportTerminal } from "../terminal/report.js";
import type { TimelineContext } from "../timeline/context.js";
import type { Report } from "./summary.js";

const renderers: Readonly<Record<MatrixFormat, (report: Report, context: TimelineContext) => string>> = {
  terminal: renderReportTerminal,
  markdown: renderReportMarkdown,
  json: renderReportJson,
};

/** Matrix, timeline and backports of one behavior in one document that ends with a line break. */
export function renderReport(report: Report, format: MatrixFormat, context: TimelineContext): string {
  return renderers[format](report, context);
}
