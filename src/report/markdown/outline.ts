import type { Messages } from "../locales/index.js";
import type { Chapter, Item, Outline, Table } from "../outline.js";
import { plain } from "../terminal/escape.js";
import { fenced, markdown } from "./escape.js";
import { assemble, folded, type Section } from "./sections.js";

export function renderOutlineMarkdown(outline: Outline, messages: Messages): string {
  return assemble(openingLines(outline), outline.chapters.flatMap(chapterSections), messages);
}

export function openingLines({ opening, paragraphs }: Outline): string[] {
  return [
    `**${markdown(opening)}**`,
    ...paragraphs.flatMap(({ text, bullet }, index) => [
      ...(bullet && paragraphs[index - 1]?.bullet === true ? [] : [""]),
      `${bullet ? "- " : ""}${markdown(text)}`,
    ]),
  ];
}

/** A long chapter comes in pieces: a comment that grows too long loses the oldest and not all. */
export function chapterSections(chapter: Chapter): Section[] {
  const { items, open, aside } = chapter;
  if (open === undefined || aside === true || items.length <= open.most) return wholeChapter(chapter);
  const rest = { title: open.rest(items.length - open.most), items: items.slice(open.most), aside: true };
  return [...wholeChapter({ ...chapter, items: items.slice(0, open.most) }), ...wholeChapter(rest)];
}

function wholeChapter({ title, notes = [], diagram, table, items, copy = [], aside = false }: Chapter): Section[] {
  const blocks = [
    ...notes.map((note) => [markdown(note)]),
    ...(diagram === undefined
      ? []
      : [fenced(diagram.lines, "mermaid"), ...diagram.notes.map((note) => [markdown(note)])]),
    ...(table === undefined ? [] : tableBlocks(table)),
    ...(copy.length === 0 ? [] : [fenced(copy.map(plain), "")]),
  ];
  const pieces = inPieces(items.map((item) => itemLines(item, "")));
  if (aside) return folded(title, lines([...blocks, ...pieces]));
  const heading = title.length === 0 ? {} : { heading: `#### ${markdown(title)}` };
  return [
    ...(blocks.length === 0 ? [] : [{ title, ...heading, lines: lines(blocks) }]),
    ...pieces.map((piece, index) => ({ title, ...heading, lines: piece, yields: pieces.length - 1 - index })),
  ];
}

function lines(blocks: readonly string[][]): string[] {
  return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

function itemLines({ text, items }: Item, indent: string): string[] {
  return [`${indent}- ${markdown(text)}`, ...items.flatMap((item) => itemLines(item, `${indent}  `))];
}

const PIECE = 8000;

function inPieces(groups: readonly string[][]): string[][] {
  const pieces: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const more = group.join("\n").length;
    if (size + more > PIECE) pieces.push([]);
    size = size + more > PIECE ? more : size + more;
    pieces.at(-1)?.push(...group);
  }
  return pieces;
}

/** So many narrow columns stay readable beside each other on GitHub's page. */
const COLUMNS = 7;

function tableBlocks({ corner, columns, rows }: Table): string[][] {
  return Array.from({ length: Math.ceil(columns.length / COLUMNS) }, (_, block) => {
    const from = block * COLUMNS;
    const heads = columns.slice(from, from + COLUMNS);
    return [
      row([corner, ...heads].map((head) => markdown(head, "cell"))),
      row(["---", ...heads.map(() => "---")]),
      ...rows.map(({ head, cells }) =>
        row([
          markdown(head, "cell"),
          ...cells.slice(from, from + COLUMNS).map(({ lines, mark }) => {
            const text = lines.map((line) => markdown(line.text, "cell")).join(" ");
            return mark === "" ? text : `**${mark}** ${text}`;
          }),
        ]),
      ),
    ];
  });
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
