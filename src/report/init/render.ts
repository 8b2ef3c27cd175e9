import { type Lang, SETTINGS_PATH } from "../../primitives/index.js";
import type { MatrixFormat, RenderContext } from "../context.js";
import { jsonLine } from "../json/escape.js";
import { messagesIn } from "../locales/index.js";
import { renderOutlineMarkdown } from "../markdown/outline.js";
import { item, type Outline } from "../outline.js";
import { renderOutlineTerminal } from "../terminal/outline.js";

/** What `init` did: the files it wrote, and whether any rules fit. */
export interface Initialised {
  readonly files: readonly string[];
  readonly packs: readonly string[];
  readonly workflow: boolean;
}

export function renderInit(
  done: Initialised,
  format: MatrixFormat,
  context: Pick<RenderContext, "width" | "color"> & { readonly lang: Lang },
): string {
  if (format === "json") return jsonLine({ format: "volteface/init@1", files: done.files, packs: done.packs });
  const messages = messagesIn(context.lang);
  const { init } = messages.config;
  const { steps } = init;
  const outline: Outline = {
    opening: init.wrote(done.files),
    paragraphs: done.packs.length === 0 ? [{ text: init.noPacks, bullet: false }] : [],
    chapters: [
      {
        title: init.next,
        items: [
          steps.edit(SETTINGS_PATH),
          steps.check("volteface config check"),
          steps.matrix("volteface matrix"),
          steps.commit,
          ...(done.workflow ? [] : [steps.workflow("volteface init --action --uses OWNER/REPO@REF")]),
        ].map((text) => item(text)),
      },
    ],
  };
  return format === "markdown" ? renderOutlineMarkdown(outline, messages) : renderOutlineTerminal(outline, context);
}
