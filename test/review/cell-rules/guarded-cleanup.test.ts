import { describe, expect, it } from "vitest";
import { ASSIGN, factsIn, findingsIn, MOVE, RETURN, RETURN_HALF, WATCH } from "../harbour.js";

const guarded = (source: string) => factsIn(source, "guarded-cleanup");
const latent = {
  rule: "guarded-cleanup",
  cleaner: "Move",
  keys: ["pilot"],
  guardedBy: "berth",
  reachedBy: [],
  condition: '_, ok := h.Plan["berth"]; !ok',
};

describe("guarded-cleanup", () => {
  it("names the shortest way to the key that stays", async () => {
    const source = ASSIGN + MOVE + RETURN_HALF + WATCH;
    expect(await guarded(source)).toEqual([{ ...latent, reachedBy: ["Assign", "Return"] }]);
    const [finding] = (await findingsIn(source)).filter(({ facts }) => facts.rule === "guarded-cleanup");
    expect(finding?.severity).toBe("warning");
  });

  it("is a notice where nothing that the ref does leaves one key without the other", async () => {
    const source = ASSIGN + MOVE + RETURN + WATCH;
    expect(await guarded(source)).toEqual([latent]);
    const [finding] = (await findingsIn(source)).filter(({ facts }) => facts.rule === "guarded-cleanup");
    expect(finding?.severity).toBe("notice");
  });

  it("counts writers that are called, and none that nobody calls", async () => {
    const writer = 'func (h *Harbour) sendPilot() {\n\th.Plan["pilot"] = "on the way"\n}\n';
    const source = ASSIGN + MOVE + RETURN + WATCH + writer;
    expect(await guarded(source)).toEqual([latent]);
    const caller = "func (h *Harbour) morning() {\n\th.sendPilot()\n}\n";
    expect(await guarded(source + caller)).toEqual([{ ...latent, reachedBy: ["sendPilot"] }]);
  });

  it("asks the state in which an operation begins, not what it has just made of it", async () => {
    const drop = MOVE.replace('h.Plan["berth"] = ferry.Wish', 'delete(h.Plan, "berth")');
    expect(await guarded(ASSIGN + drop + RETURN + WATCH)).toEqual([latent]);
  });

  it("knows the guard as a comparison with nothing, and around the deletion", async () => {
    const around = `
func (h *Harbour) MoveBerth(ferry *Ferry) {
	if h.Plan["berth"] != "" {
		delete(h.Plan, "pilot")
	}
}
`;
    expect(await guarded(ASSIGN + around + RETURN + WATCH)).toEqual([
      { ...latent, condition: 'h.Plan["berth"] != ""' },
    ]);
  });

  it("is silent where an error is returned, where the key of another plan is asked, and for an unused operation", async () => {
    const loud = MOVE.replace("return\n", 'return errors.New("no berth")\n').replace(
      "(ferry *Ferry) {",
      "(ferry *Ferry) error {",
    );
    expect(await guarded(ASSIGN + loud + RETURN + WATCH)).toEqual([]);
    const other = MOVE.replace('_, ok := h.Plan["berth"]', '_, ok := ferry.Old.Plan["berth"]');
    expect(await guarded(ASSIGN + other + RETURN + WATCH)).toEqual([]);
    expect(await guarded(ASSIGN + MOVE + RETURN + WATCH.replace("h.MoveBerth(ferry)", ""))).toEqual([]);
  });
});
