import { describe, expect, it } from "vitest";
import { ASSIGN, factsIn, MOVE, RETURN, RETURN_HALF, WATCH } from "../harbour.js";

const forgotten = { rule: "asymmetry", setter: "Assign", cleaner: "Return", keys: ["pilot"] };
const at = (rule: string) => (source: string) => factsIn(source, rule);
const asymmetry = at("asymmetry");

describe("asymmetry", () => {
  it("tells what the set-like operation writes and the clean-like one leaves behind", async () => {
    expect(await asymmetry(ASSIGN + MOVE + RETURN_HALF + WATCH)).toEqual([forgotten]);
  });

  it("is silent where everything is removed, also by a helper or under a condition", async () => {
    expect(await asymmetry(ASSIGN + MOVE + RETURN + WATCH)).toEqual([]);
    const byHelper = `
func (h *Harbour) ReturnBerth(ferry *Ferry) {
	delete(h.Plan, "berth")
	if ferry.Large {
		h.dismiss()
	}
}
func (h *Harbour) dismiss() { delete(h.Plan, "pilot") }
`;
    expect(await asymmetry(ASSIGN + MOVE + byHelper + WATCH)).toEqual([]);
  });

  it("is silent where the stage removes the rest in another way", async () => {
    const beside = WATCH.replace("h.ReturnBerth(ferry)", 'h.ReturnBerth(ferry)\n\tdelete(h.Plan, "pilot")');
    expect(await asymmetry(ASSIGN + MOVE + RETURN_HALF + beside)).toEqual([]);
  });

  it("does not pair operations that have no key in common, nor judge what nobody calls", async () => {
    const other = 'func (h *Harbour) ReturnBerth(ferry *Ferry) {\n\tdelete(h.Crane, "berth")\n}\n';
    expect(await asymmetry(ASSIGN + MOVE + other + WATCH)).toEqual([]);
    expect(await asymmetry(ASSIGN + MOVE + RETURN_HALF + WATCH.replace("h.AssignBerth(ferry)", ""))).toEqual([]);
  });

  it("is not certain of anything where sources could not be read", async () => {
    const options = { status: "incomplete" } as const;
    expect(await factsIn(ASSIGN + MOVE + RETURN_HALF + WATCH, "asymmetry", options)).toEqual([]);
  });
});
