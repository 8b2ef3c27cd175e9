import type { ExplainedRule } from "../../config/index.js";
import type { MatrixFormat, RenderContext } from "../context.js";
import { jsonLine } from "../json/escape.js";
import { writeFinding } from "../json/finding.js";
import { type Messages, messagesIn } from "../locales/index.js";
import { renderOutlineMarkdown } from "../markdown/outline.js";
import { plain } from "../terminal/escape.js";
import { renderOutlineTerminal } from "../terminal/outline.js";
import { type ExplainedFindingView, outlineExplainedFinding } from "./finding-outline.js";
import { outlineExplainedRule } from "./outline.js";

/** A finding explained, as text that ends with a line break; as JSON `volteface/explain-finding@1`. */
export function renderExplainedFinding(
  explained: ExplainedFindingView,
  format: MatrixFormat,
  context: Pick<RenderContext, "lang" | "width" | "color" | "webUrl">,
): string {
  const messages = messagesIn(context.lang);
  const outline = outlineExplainedFinding(explained, messages, context.webUrl);
  switch (format) {
    case "markdown":
      return renderOutlineMarkdown(outline, messages);
    case "terminal":
      return renderOutlineTerminal(outline, context);
    case "json": {
      const { finding, state, steps, rule } = explained;
      const written = {
        ...writeFinding(finding, context.webUrl),
        state,
        steps,
        explanation: explainedAsJson(rule, messages),
      };
      return jsonLine({ format: "volteface/explain-finding@1", ...written });
    }
  }
}

/** A rule explained, as text that ends with a line break; as JSON `volteface/explain-rule@1`, its words in the language asked for. */
export function renderExplainedRule(
  explained: ExplainedRule,
  format: MatrixFormat,
  context: Pick<RenderContext, "lang" | "width" | "color">,
): string {
  const messages = messagesIn(context.lang);
  const outline = outlineExplainedRule(explained, messages);
  switch (format) {
    case "markdown":
      return renderOutlineMarkdown(outline, messages);
    case "terminal":
      return renderOutlineTerminal(outline, context);
    case "json":
      return jsonLine(explainedAsJson(explained, messages));
  }
}

function explainedAsJson({ rule, severity, mode, reason }: ExplainedRule, { ruleTexts }: Messages): object {
  const pack = rule.kind === "hazard" ? rule.pack : null;
  const facts = { format: "volteface/explain-rule@1", rule: rule.id, pack, severity, mode, reason };
  if (rule.kind === "hazard")
    return { ...facts, title: rule.message, meaning: rule.explanation, matters: null, advice: null };
  const { title, meaning, matters, advice } = ruleTexts[rule.id];
  return { ...facts, title: plain(title), meaning: plain(meaning), matters: plain(matters), advice: plain(advice) };
}
