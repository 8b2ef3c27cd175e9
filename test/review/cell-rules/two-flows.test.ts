import { describe, expect, it } from "vitest";
import { ASSIGN, factsIn, MOVE, RETURN, WATCH } from "../harbour.js";

const ALL = ASSIGN + MOVE + RETURN + WATCH;

describe("two-flows", () => {
  const flows = (source: string) => factsIn(source, "two-flows");
  const second =
    'func (h *Harbour) check(ferry *Ferry) {\n\tif _, ok := ferry.Flags["quarantine"]; ok {\n\t\th.AssignBerth(ferry)\n\t}\n}\n';

  it("tells of one stage that two kinds of triggers start", async () => {
    expect(await flows(ALL + second)).toEqual([
      {
        rule: "two-flows",
        stage: "arrived",
        flows: [
          { trigger: "flag", calls: "Assign", function: "check" },
          { trigger: "signal", calls: "Assign", function: "watch" },
        ],
      },
    ]);
  });

  it("is silent about one flow, however many calls it makes", async () => {
    expect(await flows(ALL)).toEqual([]);
    expect(await flows(ALL + WATCH.replace("watch(", "watchToo("))).toEqual([]);
  });
});
