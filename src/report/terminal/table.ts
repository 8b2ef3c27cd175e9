import { fold } from "./fold.js";
import type { Paint, Style } from "./style.js";
import { widthOf } from "./width.js";

/** One line of a cell before folding. `mark` stands in the margin. */
export interface Line {
  readonly text: string;
  readonly style: Style;
  readonly mark: string;
  readonly indent: number;
}

export interface Column {
  readonly head: readonly Line[];
  /** One cell for each row. */
  readonly cells: readonly (readonly Line[])[];
}

/**
 * Draws a table whose first column is repeated: columns that do not fit beside
 * each other go into further blocks. No table library at hand folds by columns,
 * counts wide characters and breaks Chinese text where a reader would.
 */
export function drawTable(rows: Column, columns: readonly Column[], width: number, paint: Paint): string[] {
  const first = Math.min(naturalWidth(rows) + 1, Math.max(8, Math.floor(width / 4)));
  const room = width - 1 - (first + BORDER);
  return blocks(columns, room).flatMap((block, index) => {
    const widths = [first, ...shareRoom(block, room)];
    return [...(index > 0 ? [""] : []), ...drawBlock([rows, ...block], widths, paint)];
  });
}

/** A border, the margin for the mark, and a space. */
const BORDER = 3;
const MINIMUM = 14;
const PREFERRED = 29;

function naturalWidth(column: Column): number {
  const lines = [column.head, ...column.cells].flat();
  return Math.max(1, ...lines.map((line) => line.indent + widthOf(line.text)));
}

function preferredWidth(column: Column): number {
  return Math.min(Math.max(naturalWidth(column), MINIMUM), PREFERRED);
}

function blocks(columns: readonly Column[], room: number): Column[][] {
  const found: Column[][] = [];
  let left = 0;
  for (const column of columns) {
    const needed = preferredWidth(column) + BORDER;
    const block = found.at(-1);
    if (block !== undefined && needed <= left) block.push(column);
    else found.push([column]);
    left = (block !== undefined && needed <= left ? left : room) - needed;
  }
  return found;
}

/** Every column gets what it prefers; what is left goes to those that could use it, evenly. */
function shareRoom(block: readonly Column[], room: number): number[] {
  const widths = block.map((column) => Math.min(preferredWidth(column), Math.max(1, room - BORDER)));
  const wanted = block.map(naturalWidth);
  let left = room - widths.reduce((sum, width) => sum + width + BORDER, 0);
  for (let grown = true; left > 0 && grown; ) {
    grown = false;
    for (const [index, width] of widths.entries()) {
      if (left <= 0 || width >= (wanted[index] ?? 0)) continue;
      widths[index] = width + 1;
      left -= 1;
      grown = true;
    }
  }
  return widths;
}

function drawBlock(columns: readonly Column[], widths: readonly number[], paint: Paint): string[] {
  const rule = (left: string, middle: string, right: string) =>
    paint("faint", left + widths.map((width) => "─".repeat(width + BORDER - 1)).join(middle) + right);
  const heights = Math.max(...columns.map((column) => column.cells.length));
  const rows = Array.from({ length: heights }, (_, row) => columns.map((column) => column.cells[row] ?? []));
  const lines = [columns.map((column) => column.head), ...rows].map((cells) => drawRow(cells, widths, paint));
  return [
    rule("┌", "┬", "┐"),
    ...lines.flatMap((drawn, index) => (index === 0 ? drawn : [rule("├", "┼", "┤"), ...drawn])),
    rule("└", "┴", "┘"),
  ];
}

function drawRow(cells: readonly (readonly Line[])[], widths: readonly number[], paint: Paint): string[] {
  const folded = cells.map((cell, column) => cell.flatMap((line) => drawLine(line, widths[column] ?? 1, paint)));
  const height = Math.max(1, ...folded.map((lines) => lines.length));
  const border = paint("faint", "│");
  return Array.from({ length: height }, (_, index) => {
    const drawn = folded.map((lines, column) => lines[index] ?? " ".repeat((widths[column] ?? 1) + BORDER - 1));
    return border + drawn.join(border) + border;
  });
}

function drawLine(line: Line, width: number, paint: Paint): string[] {
  const indent = " ".repeat(Math.min(line.indent, width - 1));
  return fold(line.text, width - indent.length).map((text, index) => {
    const margin = index === 0 && line.mark !== "" ? line.mark : " ";
    const rest = " ".repeat(Math.max(0, width - indent.length - widthOf(text)));
    return `${paint(line.style, margin)} ${indent}${paint(line.style, text)}${rest}`;
  });
}
