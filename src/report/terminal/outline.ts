import type { RenderContext } from "../context.js";
import type { Item, Outline } from "../rules/outline.js";
import { heading, type Page, paragraph } from "./sections.js";
import { painter } from "./style.js";

export function renderOutlineTerminal(outline: Outline, context: Pick<RenderContext, "width" | "color">): string {
  const page: Page = { width: Math.max(40, context.width), paint: painter(context.color) };
  const lines = [
    ...paragraph(outline.opening, page, { style: "strong" }),
    ...outline.paragraphs.flatMap(({ text, bullet }, index) => [
      ...(bullet && outline.paragraphs[index - 1]?.bullet === true ? [] : [""]),
      ...paragraph(text, page, { bullet: bullet ? "- " : "" }),
    ]),
    ...outline.chapters.flatMap(({ title, items }) => [
      ...(title.length === 0 ? [""] : heading(title, page)),
      ...items.flatMap((item) => itemLines(item, 0, page)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function itemLines({ text, items }: Item, indent: number, page: Page): string[] {
  return [
    ...paragraph(text, page, { indent, bullet: "- " }),
    ...items.flatMap((item) => itemLines(item, indent + 2, page)),
  ];
}
