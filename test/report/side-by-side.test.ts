import { describe, expect, it } from "vitest";
import type { Difference } from "../../src/behavior/index.js";
import { sideBySide } from "../../src/report/matrix/side-by-side.js";

const difference = {} as Difference;
const snippet = (...lines: string[]) => ({ ref: "r", commit: "c", file: "f", startLine: 5, lines });
const compare = (left: string[], right: string[]) =>
  sideBySide({ difference, left: snippet(...left), right: snippet(...right) }).map(
    (pair) => `${pair.left?.text ?? ""}${pair.equal ? "=" : "|"}${pair.right?.text ?? ""}`,
  );

describe("snippets beside each other", () => {
  it("pair what is equal, and as many changed lines with as many", () => {
    expect(compare(["a", "b", "c"], ["a", "x", "c"])).toEqual(["a=a", "b|x", "c=c"]);
  });

  it("leave a gap where one side has more", () => {
    expect(compare(["a", "c"], ["a", "b", "c"])).toEqual(["a=a", "|b", "c=c"]);
    expect(compare(["a", "b", "c"], ["a", "x", "y", "c"])).toEqual(["a=a", "b|", "|x", "|y", "c=c"]);
    expect(compare(["a", "b"], [])).toEqual(["a|", "b|"]);
  });

  it("count lines from where each snippet starts", () => {
    const [pair] = sideBySide({ difference, left: null, right: snippet("a") });
    expect(pair).toEqual({ left: null, right: { number: 5, text: "a" }, equal: false });
  });
});
