import type { MatrixFormat, RenderContext } from "../context.js";
import { renderConfigJson } from "../json/config.js";
import { messagesIn } from "../locales/index.js";
import { renderOutlineMarkdown } from "../markdown/outline.js";
import { renderOutlineTerminal } from "../terminal/outline.js";
import type { ConfigAnswer } from "./answers.js";
import { outlineConfig } from "./outline.js";

/** An answer about settings as text that ends with a line break. */
export function renderConfig(
  answer: ConfigAnswer,
  format: MatrixFormat,
  context: Pick<RenderContext, "lang" | "width" | "color">,
): string {
  if (format === "json") return renderConfigJson(answer);
  const messages = messagesIn(context.lang);
  const outline = outlineConfig(answer, messages);
  return format === "markdown" ? renderOutlineMarkdown(outline, messages) : renderOutlineTerminal(outline, context);
}
