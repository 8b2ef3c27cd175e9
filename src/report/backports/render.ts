import type { Backports } from "../../history/index.js";
import type { MatrixFormat } from "../context.js";
import { renderBackportsJson } from "../json/backports.js";
import { messagesIn } from "../locales/index.js";
import { renderOutlineMarkdown } from "../markdown/outline.js";
import { renderOutlineTerminal } from "../terminal/outline.js";
import { type BackportsContext, outlineBackports } from "./outline.js";

/** Which branch has which change, as text that ends with a line break. */
export function renderBackports(backports: Backports, format: MatrixFormat, context: BackportsContext): string {
  if (format === "json") return renderBackportsJson(backports);
  const messages = messagesIn(context.lang);
  const outline = outlineBackports(backports, messages, context);
  return format === "markdown" ? renderOutlineMarkdown(outline, messages) : renderOutlineTerminal(outline, context);
}
