import type { Path, Report } from "./problem.js";

/** What a cell may speak of. */
interface Known {
  /** Null when the pack's operations could not be read. */
  readonly operations: readonly string[] | null;
  /** The example's program: a writer with a stage stands in the cell under its own name. */
  readonly sources: readonly string[];
}

/** A cell is `—`, or calls as `Name` or `Name(arguments)` joined by arrows. A write in place is called `inline`. */
export function checkCell(cell: string, { operations, sources }: Known, path: Path, report: Report): void {
  if (cell === "—") return;
  for (const call of cell.split(" → ")) {
    const name = /^([^\s()]+)(\(.*\))?$/s.exec(call)?.[1];
    if (name === undefined) report(path, { code: "not-a-cell", cell });
    else if (operations !== null && !operations.includes(name) && !isWriter(name, sources))
      report(
        path,
        { code: "unknown-name", of: "operation", name, known: operations },
        { offset: Math.max(0, cell.indexOf(call)) },
      );
  }
}

function isWriter(name: string, sources: readonly string[]): boolean {
  return name === "inline" || sources.some((source) => source.includes(`${name}(`));
}
