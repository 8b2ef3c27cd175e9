import fc from "fast-check";
import { expect, it } from "vitest";
import { loadPack } from "../../src/rules/load-pack.js";
import { problemLines } from "../report/problem-lines.js";
import { HARBOUR } from "./harbour.js";

/** Loads, and checks what must be true of every answer. */
function load(source: string | Uint8Array): void {
  const loaded = loadPack("pack.yml", source);
  if (loaded.ok) return;
  expect(loaded.problems.length).toBeGreaterThan(0);
  for (const { line, column } of loaded.problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  for (const line of problemLines(loaded.problems)) expect(line).not.toMatch(/undefined|\[object|NaN/);
}

it("any text is loaded or refused, and nothing is thrown", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => load(text)),
    { numRuns: 1000 },
  );
});

it("any bytes are loaded or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => load(bytes)),
    { numRuns: 500 },
  );
});

it("text made of what YAML cares about is loaded or refused", () => {
  const piece = fc.constantFrom(
    ..."format: volteface/pack@1\n|id|keys|stages|triggers|examples|: |\n|  |\t|- |[|]|{|}|'|\"|*|&|&a |*a|!|#|,|? |<<|~|12|true|%|@|`|---\n|...\n|\\|$_|*.a".split(
      "|",
    ),
    "|",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => load(pieces.join(""))),
    { numRuns: 3000 },
  );
});

it("a pack with some of its text replaced is loaded or refused", () => {
  const edit = fc.record({
    at: fc.nat(HARBOUR.length),
    length: fc.nat(40),
    by: fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom("\n", ": ", "*.a[", "'", "[", "{}", "null", "&x ", "*x"),
    ),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      load(edits.reduce((text, { at, length, by }) => text.slice(0, at) + by + text.slice(at + length), HARBOUR));
    }),
    { numRuns: 3000 },
  );
});
