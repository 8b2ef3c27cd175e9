import fc from "fast-check";
import { expect, test } from "vitest";
import { BLANK, BlockKey, lineKey } from "../../../src/history/lines/line-key.js";

test("white space makes no other line", () => {
  const key = lineKey("if port != nil {");
  expect(["\tif port != nil {", "if  port!=nil  {\r", "if\u00a0port != nil {"].map(lineKey)).toEqual([key, key, key]);
  expect([lineKey(""), lineKey(" \t\r")]).toEqual([BLANK, BLANK]);
});

test("different texts have different keys", () => {
  const texts = fc.uniqueArray(fc.string({ minLength: 1 }), {
    selector: (text) => text.replace(/[\s\u00a0]/gu, ""),
    maxLength: 200,
  });
  fc.assert(
    fc.property(
      texts,
      (list) =>
        new Set(list.map(lineKey)).size === new Set(list.map((text) => text.replace(/[ \t-\r\u00a0]/gu, ""))).size,
    ),
  );
});

test("the inverse of a hunk has the key of the swapped hunk, in any order of its lines", () => {
  const block = (...lines: string[]) => {
    const key = new BlockKey();
    for (const line of lines) key.add(lineKey(line));
    return key;
  };
  const there = BlockKey.ofHunk(block("a", "b"), block("c"));
  expect(BlockKey.ofHunk(block("b", "a"), block("c"))).toBe(there);
  expect(BlockKey.ofHunk(block("c"), block("a", "b"))).not.toBe(there);
  expect(BlockKey.ofHunk(block("a", "b"), block())).not.toBe(BlockKey.ofHunk(block(), block("a", "b")));
});
