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
  const outline = outlineRules(answer, messagesIn(context.lang));
  return format === "markdown" ? renderOutlineMarkdown(outline) : renderOutlineTerminal(outline, context);
}
