import { checkCell } from "./check-cell.js";
import type { Names } from "./names.js";
import type { Example } from "./pack.js";
import type { Path, Report } from "./problem.js";
import { suggest } from "./suggest.js";
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
      report([...path, "files"], "the example has no files", "Write at least one: 'pkg/a.go': |", { on: "name" });
    for (const file of Object.keys(example.files)) checkFile(file, [...path, "files", file], report);
    if (Object.keys(example.cells).length === 0 && example.writers === undefined)
      report(path, "the example expects nothing", "Say with cells or writers what must be seen.");
    for (const [stage, cell] of Object.entries(example.cells)) {
      const here = [...path, "cells", stage];
      if (names.stages !== null && !names.stages.includes(stage))
        report(here, `there is no stage "${stage}"`, suggest(stage, names.stages, "The stages are"), { on: "name" });
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
    report(
      path,
      `"${file}" is not a path inside a repository`,
      "Write it from the repository's top, with /: pkg/a.go.",
      { on: "name" },
    );
}
