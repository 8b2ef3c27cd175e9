import type { Replay } from "../../review/index.js";
import type { MatrixFormat } from "../context.js";
import { renderReplayJson } from "../json/replay.js";
import { messagesIn } from "../locales/index.js";
import { renderOutlineMarkdown } from "../markdown/outline.js";
import { renderOutlineTerminal } from "../terminal/outline.js";
import { outlineReplay, type ReplayContext } from "./outline.js";

const renderers: Readonly<Record<MatrixFormat, (replay: Replay, context: ReplayContext) => string>> = {
  terminal: (replay, context) =>
    renderOutlineTerminal(outlineReplay(replay, messagesIn(context.lang), context), context),
  markdown: (replay, context) =>
    renderOutlineMarkdown(outlineReplay(replay, messagesIn(context.lang), context), messagesIn(context.lang)),
  json: renderReplayJson,
};

/** A replay as text that ends with a line break. */
export function renderReplay(replay: Replay, format: MatrixFormat, context: ReplayContext): string {
  return renderers[format](replay, context);
}
