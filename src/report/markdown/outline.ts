import type { Item, Outline } from "../rules/outline.js";
import { markdown } from "./escape.js";

export function renderOutlineMarkdown(outline: Outline): string {
  const lines = [
    `**${markdown(outline.opening)}**`,
    ...outline.paragraphs.flatMap(({ text, bullet }, index) => [
      ...(bullet && outline.paragraphs[index - 1]?.bullet === true ? [] : [""]),
      `${bullet ? "- " : ""}${markdown(text)}`,
    ]),
    ...outline.chapters.flatMap(({ title, items }) => [
      "",
      ...(title.length === 0 ? [] : [`#### ${markdown(title)}`, ""]),
      ...items.flatMap((item) => itemLines(item, "")),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function itemLines({ text, items }: Item, indent: string): string[] {
  return [`${indent}- ${markdown(text)}`, ...items.flatMap((item) => itemLines(item, `${indent}  `))];
}
