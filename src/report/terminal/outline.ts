import type { RenderContext } from "../context.js";
import type { Chapter, Item, Outline, Table } from "../outline.js";
import type { Text } from "../text.js";
import { plain } from "./escape.js";
import { heading, type Page, paragraph } from "./sections.js";
import { painter, type Style } from "./style.js";
import { drawTable, type Line } from "./table.js";

export function renderOutlineTerminal(outline: Outline, context: Pick<RenderContext, "width" | "color">): string {
  return `${outlineLines(outline, pageFor(context)).join("\n")}\n`;
}

export function pageFor({ width, color }: Pick<RenderContext, "width" | "color">): Page {
  return { width: Math.max(40, width), paint: painter(color) };
}

function outlineLines(outline: Outline, page: Page): string[] {
  return [
    ...paragraph(outline.opening, page, { style: "strong" }),
    ...outline.paragraphs.flatMap(({ text, bullet }, index) => [
      ...(bullet && outline.paragraphs[index - 1]?.bullet === true ? [] : [""]),
      ...paragraph(text, page, { bullet: bullet ? "- " : "" }),
    ]),
    ...outline.chapters.flatMap((chapter) => chapterLines(chapter, page)),
  ];
}

export function chapterLines(
  { title, notes = [], table, items, copy = [], aside = false }: Chapter,
  page: Page,
): string[] {
  return [
    ...(title.length === 0 ? [""] : heading(title, page)),
    ...notes.flatMap((note) => paragraph(note, page, { style: "faint" })),
    ...(table === undefined ? [] : tableLines(table, page)),
    ...items.flatMap((item) => itemLines(item, { indent: 0, aside }, page)),
    ...copy.flatMap((line) => paragraph(line, page, { indent: 2 })),
  ];
}

function itemLines(
  { text, items, tone = "plain" }: Item,
  at: { readonly indent: number; readonly aside: boolean },
  page: Page,
): string[] {
  return [
    ...paragraph(text, page, { indent: at.indent, bullet: "- ", style: at.aside ? "faint" : tone }),
    ...items.flatMap((item) => itemLines(item, { ...at, indent: at.indent + 2 }, page)),
  ];
}

function tableLines({ corner, columns, rows }: Table, page: Page): string[] {
  return drawTable(
    { head: [line(corner, "faint")], cells: rows.map(({ head, tone }) => [line(head, tone)]) },
    columns.map((head, index) => ({
      head: [line(head, "strong")],
      cells: rows.map(({ cells }) => {
        const { lines = [], mark = "" } = cells[index] ?? {};
        return lines.map(({ text, tone }, at) => line(text, tone, at === 0 ? mark : ""));
      }),
    })),
    page.width,
    page.paint,
  );
}

function line(text: Text, style: Style, mark = ""): Line {
  return { text: plain(text), style, mark, indent: 0 };
}
