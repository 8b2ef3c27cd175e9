import { describe, expect, it } from "vitest";
import { ASSIGN, factsIn, MOVE, RETURN, WATCH } from "../harbour.js";

const ALL = ASSIGN + MOVE + RETURN + WATCH;

describe("missing-stage", () => {
  const missing = (source: string, others: Readonly<Record<string, string>>) =>
    factsIn(source, "missing-stage", { others });
  const silent = ASSIGN + MOVE + RETURN + WATCH.replace("h.MoveBerth(ferry)", "");

  it("tells where most refs of the same flow do something and this one nothing", async () => {
    expect(await missing(silent, { main: ALL, "release-2": ALL, "release-1": silent })).toEqual([
      {
        rule: "missing-stage",
        stage: "departed",
        others: [
          { ref: "main", calls: "Move" },
          { ref: "release-2", calls: "Move" },
        ],
      },
    ]);
  });

  it("is silent where only a minority does it: something new is missing nowhere", async () => {
    expect(await missing(silent, { main: ALL, "release-2": silent, "release-1": silent })).toEqual([]);
  });

  it("is silent on a ref without the behavior, of another flow, or whose call has no known stage", async () => {
    expect(await missing("func (h *Harbour) rest() {}\n", { main: ALL })).toEqual([]);
    const flagged = `${ASSIGN}${MOVE}${RETURN}func (h *Harbour) check(ferry *Ferry) {\n\tif _, ok := ferry.Flags["quarantine"]; ok {\n\t\th.AssignBerth(ferry)\n\t}\n}\n`;
    expect(await missing(flagged, { main: ALL })).toEqual([]);
    const lone = "func (h *Harbour) sweep(ferry *Ferry) {\n\th.MoveBerth(ferry)\n}\n";
    expect(await missing(silent + lone, { main: ALL })).toEqual([]);
  });

  it("sees a stage that has a kind of trigger of its own", async () => {
    const calm = ASSIGN + MOVE + RETURN + WATCH.replace("\th.ReturnBerth(ferry)\n", "");
    expect(await missing(calm, { main: ALL })).toMatchObject([{ stage: "sunk" }]);
  });
});
