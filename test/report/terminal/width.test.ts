import fc from "fast-check";
import stringWidth from "string-width";
import { expect, it } from "vitest";
import { widthOf } from "../../../src/report/index.js";
import { charactersOf } from "../../../src/report/terminal/width.js";

it("measures every single character of the first plane as the library does, beside plain ones", () => {
  const wrong: string[] = [];
  for (let point = 0x20; point < 0xd800; point++) {
    const text = `a${String.fromCharCode(point)}。`;
    if (point !== 0x7f && widthOf(text) !== stringWidth(text)) wrong.push(point.toString(16));
  }
  for (let point = 0xe000; point < 0x1_0000; point++) {
    const text = `a${String.fromCharCode(point)}。`;
    if (widthOf(text) !== stringWidth(text)) wrong.push(point.toString(16));
  }
  expect(wrong).toEqual([]);
});

it("measures texts as the library does", () => {
  const parts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("热迁移", "—", "→", "…", "（，）", "#️⃣", "👩‍👩‍👧"),
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 6 }), (all) => {
      const text = all.join("");
      expect(widthOf(text)).toBe(stringWidth(text));
    }),
  );
});

it("tells characters apart as Unicode does", () => {
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  const wrong: string[] = [];
  for (let point = 0x20; point < 0x1_0000; point++) {
    const text = `a${String.fromCharCode(point)}→。`;
    const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
    if (charactersOf(text).join("\n") !== characters.join("\n")) wrong.push(point.toString(16));
  }
  expect(wrong).toEqual([]);
});
