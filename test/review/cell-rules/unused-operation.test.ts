import { describe, expect, it } from "vitest";
import type { Sources } from "../../behavior/harbour.js";
import { ASSIGN, factsIn, MOVE, RETURN, WATCH } from "../harbour.js";

const ALL = ASSIGN + MOVE + RETURN + WATCH;

describe("unused-operation", () => {
  const unused = (source: Sources) => factsIn(source, "unused-operation");
  const withoutMove = WATCH.replace("h.MoveBerth(ferry)", "");

  it("tells of an operation that nothing calls", async () => {
    expect(await unused(ASSIGN + MOVE + RETURN + withoutMove)).toEqual([
      { rule: "unused-operation", operation: "Move", function: "MoveBerth" },
    ]);
  });

  it("is silent where it is called without a stage, by another operation, or handed on", async () => {
    expect(await unused(ALL)).toEqual([]);
    const lone = "func (h *Harbour) sweep(ferry *Ferry) {\n\th.MoveBerth(ferry)\n}\n";
    expect(await unused(ASSIGN + MOVE + RETURN + withoutMove + lone)).toEqual([]);
    const byOther = RETURN.replace("{\n", "{\n\th.MoveBerth(ferry)\n");
    expect(await unused(ASSIGN + MOVE + byOther + withoutMove)).toEqual([]);
    const handed = "func (h *Harbour) plan(ferry *Ferry) {\n\th.each(h.MoveBerth)\n}\n";
    expect(await unused(ASSIGN + MOVE + RETURN + withoutMove + handed)).toEqual([]);
  });

  it("does not count a test as a call", async () => {
    const files = { "harbour/all.go": ASSIGN + MOVE + RETURN + withoutMove, "harbour/all_test.go": WATCH };
    expect(await unused(files)).toHaveLength(1);
  });
});
