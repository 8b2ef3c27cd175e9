import { describe, expect, it } from "vitest";
import { ASSIGN, factsIn, MOVE, RETURN, WATCH } from "../harbour.js";

/** `watch` with a guard before its switch. */
const guardedBy = (guard: string, leave = "return") =>
  ASSIGN + MOVE + RETURN + WATCH.replace("\tswitch", `\tif ${guard} {\n\t\t${leave}\n\t}\n\tswitch`);
const early = (source: string) => factsIn(source, "early-return-before-cleanup");

describe("early-return-before-cleanup", () => {
  it("tells of a path that leaves when it is over, before what is tidied up then", async () => {
    expect(await early(guardedBy("ferry.Voyage.Over"))).toEqual([
      {
        rule: "early-return-before-cleanup",
        skipped: [{ stage: "departed", call: "Move" }],
        condition: "ferry.Voyage.Over",
        exit: "return",
        function: "watch",
      },
    ]);
  });

  it("sees it among alternatives, through a variable and around the call", async () => {
    expect(await early(guardedBy("ferry.Lost || ferry.Voyage.Over"))).toHaveLength(1);
    const named =
      ASSIGN +
      MOVE +
      RETURN +
      WATCH.replace("\tswitch", "\tover := ferry.Voyage.Over\n\tif over {\n\t\treturn\n\t}\n\tswitch");
    expect(await early(named)).toHaveLength(1);
    const around =
      ASSIGN +
      MOVE +
      RETURN +
      WATCH.replace("h.MoveBerth(ferry)", "if !ferry.Voyage.Over {\n\t\t\th.MoveBerth(ferry)\n\t\t}");
    expect(await early(around)).toMatchObject([{ condition: "!ferry.Voyage.Over", exit: null }]);
  });

  it("is silent where something else must be so, too, or where the end is asked for", async () => {
    expect(await early(guardedBy("ferry.Voyage.Over && ferry.Voyage.Number != ferry.Number"))).toEqual([]);
    expect(await early(guardedBy("!ferry.Voyage.Over"))).toEqual([]);
    expect(await early(guardedBy("ferry.Voyage.Late"))).toEqual([]);
  });

  it("is silent before what begins, and where an error is returned", async () => {
    const atStart =
      ASSIGN +
      MOVE +
      RETURN +
      WATCH.replace("h.AssignBerth(ferry)", "if ferry.Voyage.Over {\n\t\t\treturn\n\t\t}\n\t\th.AssignBerth(ferry)");
    expect(await early(atStart)).toEqual([]);
    const loud = guardedBy("ferry.Voyage.Over", 'return errors.New("over")').replace(
      "watch(ferry *Ferry)",
      "watch(ferry *Ferry) error",
    );
    expect(await early(loud)).toEqual([]);
  });
});
