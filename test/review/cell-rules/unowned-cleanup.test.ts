import { describe, expect, it } from "vitest";
import { ASSIGN, factsIn, MOVE, RETURN, WATCH } from "../harbour.js";

const ALL = ASSIGN + MOVE + RETURN + WATCH;

describe("unowned-cleanup", () => {
  const unowned = (source: string) => factsIn(source, "unowned-cleanup");

  it("tells of a cleanup that does not ask whose state it removes", async () => {
    expect(await unowned(ALL.replace("ferry.Convoy.Others > 0", "ferry.Late"))).toEqual([
      { rule: "unowned-cleanup", stage: "sunk", call: "Return", keys: ["berth", "pilot"] },
    ]);
  });

  it("is silent where the caller or the operation asks", async () => {
    expect(await unowned(ALL)).toEqual([]);
    const inside = RETURN.replace("{\n", '{\n\tif h.Plan["voyage"] != ferry.Voyage.ID {\n\t\treturn\n\t}\n');
    expect(await unowned(ASSIGN + MOVE + inside + WATCH.replace("ferry.Convoy.Others > 0", "ferry.Late"))).toEqual([]);
  });
});
