import type { Timeline } from "../../history/index.js";
import type { MatrixFormat } from "../context.js";
import { renderTimelineJson } from "../json/timeline.js";
import { messagesIn } from "../locales/index.js";
import { renderOutlineMarkdown } from "../markdown/outline.js";
import { renderOutlineTerminal } from "../terminal/outline.js";
import type { TimelineContext } from "./context.js";
import { outlineTimeline } from "./outline.js";

/** One behavior's timeline as text that ends with a line break. */
export function renderTimeline(timeline: Timeline, format: MatrixFormat, context: TimelineContext): string {
  if (format === "json") return renderTimelineJson(timeline);
  const messages = messagesIn(context.lang);
  return format === "markdown"
    ? renderOutlineMarkdown(outlineTimeline(timeline, messages, context, "first"), messages)
    : renderOutlineTerminal(outlineTimeline(timeline, messages, context, "last"), context);
}
