import { expect, test } from "vitest";
import type { Patch, PatchFile } from "../../../src/git/patches.js";
import { changeOf } from "../../../src/history/lines/change.js";

function patch(...files: PatchFile[]): Patch {
  return { commit: "c", files, changedLines: 0, truncated: false };
}

function file(
  path: string,
  ...hunks: [oldLine: number, removed: string[], newLine: number, added: string[]][]
): PatchFile {
  const list = hunks.map(([oldLine, removed, newLine, added]) => ({ oldLine, removed, newLine, added }));
  return { path, oldPath: null, status: "changed", hunks: list };
}

function lines(...files: PatchFile[]) {
  return changeOf(patch(...files)).lines.map(
    ({ text, file: path, count, line }) => `${count > 0 ? "+" : ""}${count} ${path}:${line} ${text.trim()}`,
  );
}

test("lines carry their net count and the place of their first copy on the side that is left", () => {
  expect(
    lines(
      file(
        "port.go",
        [3, ["open(port)", "close(port)"], 3, ["close(port)"]],
        [9, [], 8, ["count(port)", "count(port)"]],
      ),
    ),
  ).toEqual(["-1 port.go:3 open(port)", "+2 port.go:8 count(port)"]);
});

test("what one file loses and another gains is a move", () => {
  expect(
    lines(file("a.go", [3, ["open(port)", "close(port)"], 2, []]), file("b.go", [1, [], 2, ["\topen(port)"]])),
  ).toEqual(["-1 a.go:4 close(port)"]);
});

test("blank lines, wrapped lines and files that do not count are left out", () => {
  expect(
    lines(
      file("a.go", [1, [""], 1, ["", ""]], [5, ["open(port, name)"], 6, ["open(", "\tport, name)"]]),
      file("go.sum", [1, ["old"], 1, ["new"]]),
    ),
  ).toEqual([]);
});

test("a hunk that only moves has no lines left, and a two-sided one knows its inverse", () => {
  const [moved] = changeOf(
    patch(file("a.go", [1, ["open(port)"], 1, []]), file("b.go", [1, [], 1, ["open(port)"]])),
  ).hunks;
  expect(moved?.lines).toEqual([]);
  const [there] = changeOf(patch(file("a.go", [1, ["open(port)"], 1, ["close(port)"]]))).hunks;
  const [back] = changeOf(patch(file("b.go", [7, ["  close(port)"], 7, ["  open(port)"]]))).hunks;
  expect([
    there?.twoSided,
    there?.key === back?.inverse,
    there?.inverse === back?.key,
    there?.key === back?.key,
  ]).toEqual([true, true, true, false]);
});
