import { checkCell } from "./check-cell.js";
import type { Names } from "./names.js";
import type { Example } from "./pack.js";
import type { Path, Report } from "./problem.js";
import type { WrittenPack } from "./written.js";

export function understandExamples(
  written: readonly (WrittenPack["examples"][number] | undefined)[],
  names: Names,
  report: Report,
): readonly Example[] {
  return written.flatMap((example, index) => {
    if (example === undefined) return [];
    const path = ["examples", index];
    if (Object.keys(example.files).length === 0)
      report([...path, "files"], { code: "example-without-files" }, { on: "name" });
    for (const file of Object.keys(example.files)) checkFile(file, [...path, "files", file], report);
    if (Object.keys(example.cells).length === 0 && example.writers === undefined)
      report(path, { code: "example-expects-nothing" });
    for (const [stage, cell] of Object.entries(example.cells)) {
      const here = [...path, "cells", stage];
      if (names.stages !== null && !names.stages.includes(stage))
        report(here, { code: "unknown-name", of: "stage", name: stage, known: names.stages }, { on: "name" });
      checkCell(cell, { operations: names.operations, sources: Object.values(example.files) }, here, report);
    }
    const { title, files, cells, writers } = example;
    return [{ title, files, cells, writers: writers ?? null }];
  });
}

function checkFile(file: string, path: Path, report: Report): void {
  if (
    file.startsWith("/") ||
    file.includes("\\") ||
    file.split("/").some((part) => part === ".." || part === "." || part === "")
  )
    report(path, { code: "not-a-path", path: file }, { on: "name" });
}
