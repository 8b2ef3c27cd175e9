import type { Matrix } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { type CellLine, cellLines } from "../matrix/cells.js";
import type { RefGroup } from "../matrix/columns.js";
import { columnHead } from "../matrix/head.js";
import { legend } from "../matrix/legend.js";
import type { Text } from "../text.js";
import { plain } from "./escape.js";
import { type Page, paragraph } from "./sections.js";
import type { Style } from "./style.js";
import { type Column, drawTable, type Line } from "./table.js";

/** So many refs are named at the head of a column; the list of refs under the report has them all. */
const NAMED = 6;

/** A row for each stage, a column for each group of refs, and what the marks mean. */
export function matrixTable(matrix: Matrix, groups: readonly RefGroup[], messages: Messages, page: Page): string[] {
  const stages: Column = {
    head: [drawn(messages.matrix.stage, "faint")],
    cells: matrix.stages.map((stage) => [drawn([{ name: stage }], "strong")]),
  };
  const columns = groups.map(
    (group): Column => ({
      head: [drawn(columnHead(matrix, group, messages, NAMED), group.lead.status === "ok" ? "strong" : "warning")],
      cells: matrix.stages.map((stage) => cellLines(matrix, group, stage, messages).map(cellLine)),
    }),
  );
  const marks = legend(matrix, groups, messages).flatMap((entry) =>
    paragraph(entry, page, { indent: 1, style: "faint" }),
  );
  return [...drawTable(stages, columns, page.width, page.paint), ...marks];
}

const styles: Readonly<Record<CellLine["role"], Style>> = {
  call: "plain",
  trigger: "plain",
  effect: "plain",
  guards: "plain",
  untouched: "faint",
  place: "faint",
  nothing: "faint",
  unknown: "warning",
};

function cellLine({ role, text, differs }: CellLine): Line {
  const indent = role === "call" || role === "nothing" || role === "unknown" ? 0 : 1;
  return { text: plain(text), style: differs ? "differs" : styles[role], mark: differs ? "≠" : "", indent };
}

function drawn(text: Text, style: Style): Line {
  return { text: plain(text), style, mark: "", indent: 0 };
}
