import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/report/terminal/fold.js";

describe("folding", () => {
  it("breaks between words", () => {
    expect(fold("one two three four", 9)).toEqual(["one two", "three", "four"]);
  });

  it("breaks Chinese between characters, and never before closing punctuation", () => {
    expect(fold("源节点与目标节点相同，请检查", 10)).toEqual(["源节点与目", "标节点相", "同，请检查"]);
    expect(fold("调用（Reset）之后", 10)).toEqual(["调用", "（Reset）", "之后"]);
  });

  it("cuts a path that is too long after a slash, before it cuts a name", () => {
    expect(fold("pkg/controller/kubevirt.go:198", 29)).toEqual(["pkg/controller/", "kubevirt.go:198"]);
    expect(fold("requested-chassis=src,target", 20)).toEqual(["requested-chassis=", "src,target"]);
  });

  it("keeps one line for nothing", () => {
    expect(fold("", 10)).toEqual([""]);
  });

  it("loses nothing but spaces, and stays inside the width", () => {
    const texts = fc.string({ unit: fc.constantFrom(..."ab c热，（）/=-. "), maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = fold(text, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
      { seed: 20261123 },
    );
  });
});
