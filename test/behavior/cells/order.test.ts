import { describe, expect, it } from "vitest";
import { behaviorOf, cellsOf } from "../harbour.js";

const watching = (body: string) => `
func (h *Harbour) watch(ferry *Ferry, wish, home string) error {
	if ferry.Signal == FerryDeparted {
${body}
	}
	return nil
}
`;

async function departing(body: string) {
  const { stages } = await behaviorOf(watching(body));
  return (stages.find(({ stage }) => stage === "departed")?.calls ?? []).map(({ call }) => call);
}

describe("several operations in one cell", () => {
  it("stand in the order in which they run, each with its conditions", async () => {
    const calls = await departing(`
		if err := h.MoveBerth(ferry, wish, home, false); err != nil {
			return err
		}
		if h.tidy {
			h.ReturnBerth(ferry)
		}
`);
    expect(calls.map(({ operation, guards }) => [operation, guards.map(({ condition }) => condition)])).toEqual([
      ["Move", []],
      ["Return", ["h.tidy"]],
    ]);
  });

  it("are two when the same one is called twice, also on one line", async () => {
    expect(
      await cellsOf(
        watching(`
		h.ReturnBerth(ferry)
		h.ReturnBerth(ferry); h.ReturnBerth(ferry.Tender)
		if h.ReturnBerth(ferry) == nil && h.ReturnBerth(ferry.Tender) == nil {
			return nil
		}
`),
      ),
    ).toEqual({ departed: "Return → Return → Return → Return → Return" });
  });

  it("are two in the branches of one condition", async () => {
    const calls = await departing(`
		if h.calm {
			h.MoveBerth(ferry, wish, home, false)
		} else {
			h.MoveBerth(ferry, wish, home, true)
		}
`);
    expect(calls.map((call) => [call.arguments, call.guards.map(({ condition }) => condition)])).toEqual([
      [{ failed: false }, ["h.calm"]],
      [{ failed: true }, ["!h.calm"]],
    ]);
  });

  it("run last when they are deferred, the last one first", async () => {
    const calls = await departing(`
		defer h.ReturnBerth(ferry)
		defer func() {
			h.MoveBerth(ferry, wish, home, true)
			h.MoveBerth(ferry, wish, home, false)
		}()
		h.AssignBerth(ferry, wish, home)
`);
    expect(calls.map(({ operation, arguments: given, when }) => [operation, ...Object.values(given), when])).toEqual([
      ["Assign", "now"],
      ["Move", true, "deferred"],
      ["Move", false, "deferred"],
      ["Return", "deferred"],
    ]);
  });

  it("evaluate the arguments of a deferred or concurrent call where it stands", async () => {
    const calls = await departing(`
		defer h.note(h.ReturnBerth(ferry))
		go h.note(h.ReturnBerth(ferry))
		go func(err error) {}(h.ReturnBerth(ferry))
		go h.ReturnBerth(ferry)
`);
    expect(calls.map(({ when }) => when)).toEqual(["now", "now", "now", "concurrent"]);
  });

  it("run inside out and from left to right within one expression", async () => {
    expect(
      await cellsOf(
        watching(`
		h.check(h.MoveBerth(ferry, h.ask(h.AssignBerth(ferry, wish, home)), home, true), h.ReturnBerth(ferry))
`),
      ),
    ).toEqual({ departed: "Assign → Move(true) → Return" });
  });

  it("keep the loop they stand in", async () => {
    const calls = await departing(`
		for _, tender := range ferry.Tenders {
			h.ReturnBerth(tender)
		}
		h.ReturnBerth(ferry)
`);
    expect(calls.map(({ loop }) => loop)).toEqual(["for _, tender := range ferry.Tenders", null]);
  });

  it("leave of each key what the last of them did", async () => {
    const { stages } = await behaviorOf(
      watching(`
		h.AssignBerth(ferry, wish, home)
		h.MoveBerth(ferry, wish, home, true)
`),
    );
    const effects = stages[1]?.calls.map(({ call }) =>
      call.effects.map(({ action, key, value }) => [action, key, value]),
    );
    expect(effects).toEqual([
      [
        ["set", "berth", "wish,home"],
        ["set", "pilot", "aboard"],
      ],
      [
        ["set", "berth", "home"],
        ["delete", "pilot", undefined],
      ],
    ]);
  });
});

describe("the effects of a call", () => {
  it("carry what is passed at the call site, also when source and target are swapped there", async () => {
    const calls = await departing(`
		h.AssignBerth(ferry, wish, home)
		h.AssignBerth(ferry, home, wish)
		h.AssignBerth(ferry, ferry.Wish, h.usual())
`);
    expect(calls.map(({ effects }) => effects[0]?.value)).toEqual(["wish,home", "home,wish", "wish,home"]);
  });

  it("include a write in place, which is shown as such", async () => {
    expect(
      await cellsOf(
        watching(`
		h.Plan["berth"] = wish
		delete(h.Plan, "pilot")
		h.ReturnBerth(ferry)
`),
      ),
    ).toEqual({ departed: "inline → Return" });
  });

  it("are those of an unnamed writer under its own name", async () => {
    expect(
      await cellsOf(`
${watching("\t\th.clear(ferry)")}
func (h *Harbour) clear(ferry *Ferry) {
	h.Plan["pilot"] = ""
	delete(h.Plan, "berth")
}
`),
    ).toEqual({ departed: "clear" });
  });
});
