import type { Matrix } from "../../behavior/index.js";
import type { RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { type CellLine, cellLines } from "../matrix/cells.js";
import type { RefGroup } from "../matrix/columns.js";
import { columnHead } from "../matrix/head.js";
import { legend } from "../matrix/legend.js";
import { permalink } from "../permalink.js";
import { code, markdown, placeLink } from "./escape.js";

/** So many columns stay readable beside each other on GitHub's page. */
const COLUMNS = 4;
const NAMED = 12;

/** Tables with a row for each stage; more groups of refs than fit make further tables. */
export function matrixTables(
  matrix: Matrix,
  groups: readonly RefGroup[],
  messages: Messages,
  { webUrl }: Pick<RenderContext, "webUrl">,
): string[][] {
  const blocks = Array.from({ length: Math.ceil(groups.length / COLUMNS) }, (_, index) =>
    groups.slice(index * COLUMNS, (index + 1) * COLUMNS),
  );
  return blocks.map((block) => {
    const heads = block.map((group) => columnHead(matrix, group, messages, NAMED));
    const rows = matrix.stages.map((stage) => {
      const cells = block.map((group) => drawCell(cellLines(matrix, group, stage, messages), group, webUrl));
      return row([code(stage, "cell"), ...cells]);
    });
    return [
      row([markdown(messages.matrix.stage, "cell"), ...heads.map((head) => markdown(head, "cell"))]),
      row(["---", ...heads.map(() => "---")]),
      ...rows,
    ];
  });
}

export function legendLines(matrix: Matrix, groups: readonly RefGroup[], messages: Messages): string[] {
  const entries = legend(matrix, groups, messages).map((entry) => markdown(entry));
  return entries.length === 0 ? [] : [entries.join("; ")];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A cell has one line: `Reset(false)` and then, after semicolons, what belongs to it. */
function drawCell(lines: readonly CellLine[], group: RefGroup, webUrl: string | null): string {
  return lines
    .map((line, index) => {
      const text = drawLine(line, group, webUrl);
      const separator = index === 0 ? "" : line.role === "call" ? " " : "; ";
      return separator + (line.differs ? `**≠ ${text}**` : text);
    })
    .join("");
}

function drawLine({ text, place }: CellLine, group: RefGroup, webUrl: string | null): string {
  if (place === null) return markdown(text, "cell");
  const address = permalink(webUrl, { commit: group.lead.commit, ...place });
  return placeLink(`${place.file}:${place.line}`, address, "cell");
}
