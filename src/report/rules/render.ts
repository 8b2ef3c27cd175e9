import type { MatrixFormat, RenderContext } from "../context.js";
import { renderRulesJson } from "../json/rules.js";
import { messagesIn } from "../locales/index.js";
import { renderOutlineMarkdown } from "../markdown/outline.js";
import { renderOutlineTerminal } from "../terminal/outline.js";
import type { RulesAnswer } from "./answers.js";
import { outlineRules } from "./outline.js";

/** An answer about rules as text that ends with a line break. */
export function renderRules(
  answer: RulesAnswer,
  format: MatrixFormat,
  context: Pick<RenderContext, "lang" | "width" | "color">,
): string {
  if (format === "json") return renderRulesJson(answer);
  const messages = messagesIn(context.lang);
  const outline = outlineRules(answer, messages);
  return format === "markdown" ? renderOutlineMarkdown(outline, messages) : renderOutlineTerminal(outline, context);
}
