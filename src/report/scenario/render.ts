import type { Scenarios } from "../../behavior/index.js";
import type { MatrixFormat } from "../context.js";
import { renderScenariosJson } from "../json/scenario.js";
import { messagesIn } from "../locales/index.js";
import { renderOutlineMarkdown } from "../markdown/outline.js";
import { renderOutlineTerminal } from "../terminal/outline.js";
import { outlineScenarios, type ScenarioContext } from "./outline.js";

/** What stories come to on each ref, as text that ends with a line break. */
export function renderScenarios(scenarios: Scenarios, format: MatrixFormat, context: ScenarioContext): string {
  if (format === "json") return renderScenariosJson(scenarios);
  const messages = messagesIn(context.lang);
  const outline = outlineScenarios(scenarios, messages, context);
  return format === "markdown" ? renderOutlineMarkdown(outline, messages) : renderOutlineTerminal(outline, context);
}
