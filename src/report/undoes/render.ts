import type { Undoes } from "../../history/index.js";
import type { MatrixFormat } from "../context.js";
import { renderUndoesJson } from "../json/undoes.js";
import { messagesIn } from "../locales/index.js";
import { renderOutlineMarkdown } from "../markdown/outline.js";
import { renderOutlineTerminal } from "../terminal/outline.js";
import { outlineUndoes, type UndoesContext } from "./outline.js";

/** What changes take back, as text that ends with a line break. */
export function renderUndoes(undoes: Undoes, format: MatrixFormat, context: UndoesContext): string {
  if (format === "json") return renderUndoesJson(undoes);
  const messages = messagesIn(context.lang);
  const outline = outlineUndoes(undoes, messages, context);
  return format === "markdown" ? renderOutlineMarkdown(outline, messages) : renderOutlineTerminal(outline, context);
}
