import { describe, expect, it } from "vitest";
import { behaviorOf, cellsOf, unplacedIn } from "../harbour.js";

/** A watcher with this body; `signal` is the ferry's signal by another name. */
const watching = (body: string) => `
func (h *Harbour) watch(ferry *Ferry, wish, home string) error {
${body}
	return nil
}
`;

describe("the stage of a call", () => {
  it("comes from the case it stands in, and from several values of one case", async () => {
    const cells = await cellsOf(
      watching(`
	switch ferry.Signal {
	case FerryArrived:
		return h.AssignBerth(ferry, wish, home)
	case sea.FerryDeparted, sea.FerrySunk:
		return h.ReturnBerth(ferry)
	}
`),
    );
    expect(cells).toEqual({ arrived: "Assign", departed: "Return", sunk: "Return" });
  });

  it("comes from the case of a switch with a short statement, without a tag, or on true", async () => {
    expect(
      await cellsOf(
        watching(`
	switch signal := ferry.Signal; signal {
	case FerryArrived:
		h.AssignBerth(ferry, wish, home)
	}
	switch {
	case ferry.Signal == FerryDeparted:
		h.ReturnBerth(ferry)
	}
	switch true {
	case ferry.Signal == FerrySunk:
		h.ReturnBerth(ferry)
	}
`),
      ),
    ).toEqual({ arrived: "Assign", departed: "Return", sunk: "Return" });
  });

  it("comes from both cases where one falls through into the next, also into the default", async () => {
    expect(
      await cellsOf(
        watching(`
	switch ferry.Signal {
	case FerryDeparted:
		h.log("gone")
		fallthrough
	case FerrySunk:
		h.ReturnBerth(ferry)
	}
`),
      ),
    ).toEqual({ departed: "Return", sunk: "Return" });
    expect(
      await unplacedIn(
        watching(`
	switch ferry.Signal {
	case FerryArrived:
		return nil
	case FerrySunk:
		fallthrough
	default:
		h.ReturnBerth(ferry)
	}
`),
      ),
    ).toEqual(["watch: Return"]);
  });

  it("is unknown in a default clause, which any other signal reaches", async () => {
    const source = watching(`
	switch ferry.Signal {
	case FerryArrived:
		h.AssignBerth(ferry, wish, home)
	default:
		h.ReturnBerth(ferry)
	}
`);
    expect(await cellsOf(source)).toEqual({ arrived: "Assign" });
    expect(await unplacedIn(source)).toEqual(["watch: Return"]);
  });

  it("comes from an if, its else, and a chain of them", async () => {
    expect(
      await cellsOf(
        watching(`
	if ferry.Signal == FerryArrived {
		h.AssignBerth(ferry, wish, home)
	} else if FerryDeparted == ferry.Signal {
		h.ReturnBerth(ferry)
	} else if ferry.Signal != FerrySunk {
		h.log("odd")
	} else {
		h.MoveBerth(ferry, wish, home, true)
	}
`),
      ),
    ).toEqual({ arrived: "Assign", departed: "Return", sunk: "Move(true)" });
  });

  it("comes from what an early return, continue, break or panic leaves", async () => {
    expect(
      await cellsOf(
        watching(`
	if ferry.Signal != FerryDeparted && ferry.Signal != FerrySunk {
		return nil
	}
	h.ReturnBerth(ferry)
`),
      ),
    ).toEqual({ departed: "Return", sunk: "Return" });
    expect(
      await cellsOf(
        watching(`
	for _, each := range h.ferries {
		if each.Signal != FerryDeparted {
			continue
		}
		h.ReturnBerth(each)
	}
	for _, each := range h.ferries {
		if each.Signal != FerrySunk {
			break
		}
		h.ReturnBerth(each)
	}
	if ferry.Signal != FerryArrived {
		panic("no")
	}
	h.AssignBerth(ferry, wish, home)
`),
      ),
    ).toEqual({ arrived: "Assign", departed: "Return", sunk: "Return" });
  });

  it("does not reach beyond the loop that an exit leaves", async () => {
    const source = watching(`
	for _, each := range h.ferries {
		if each.Signal != FerryDeparted {
			continue
		}
		h.log("gone")
	}
	h.ReturnBerth(ferry)
`);
    expect(await cellsOf(source)).toEqual({});
    expect(await unplacedIn(source)).toEqual(["watch: Return"]);
  });

  it("follows labels out of nested loops and switches", async () => {
    expect(
      await cellsOf(
        watching(`
outer:
	for _, dock := range h.docks {
		for _, each := range dock.ferries {
			if each.Signal != FerryDeparted {
				continue outer
			}
			h.ReturnBerth(each)
		}
		switch {
		case ferry.Signal != FerrySunk:
			break outer
		}
		h.ReturnBerth(ferry)
	}
`),
      ),
    ).toEqual({ departed: "Return", sunk: "Return" });
    const after = watching(`
	switch ferry.Signal {
	case FerryArrived:
		if h.full {
			break
		}
		h.log("room")
	}
	h.ReturnBerth(ferry)
`);
    expect(await cellsOf(after)).toEqual({});
  });

  it("survives goto without a stage being made up", async () => {
    const source = watching(`
	if ferry.Signal == FerryArrived {
		goto done
	}
	h.log("other")
done:
	h.ReturnBerth(ferry)
`);
    expect(await cellsOf(source)).toEqual({});
    expect(await unplacedIn(source)).toEqual(["watch: Return"]);
  });

  it("comes through an alias of what is asked, a stored answer, and a negated one", async () => {
    expect(
      await cellsOf(
        watching(`
	signal := ferry.Signal
	gone := signal == FerryDeparted
	if gone {
		h.ReturnBerth(ferry)
	}
	lost := ferry.Signal == FerrySunk
	if !lost {
		return nil
	}
	h.MoveBerth(ferry, wish, home, lost)
`),
      ),
    ).toEqual({ departed: "Return", sunk: "Move(true)" });
  });

  it("comes from an alternative when every way of it has a stage; a way without one is unknown beside it", async () => {
    const source = watching(`
	if ferry.Signal == FerryDeparted || ferry.Signal == FerrySunk {
		h.ReturnBerth(ferry)
	}
	if ferry.Signal == FerryArrived || h.open {
		h.AssignBerth(ferry, wish, home)
	}
	if ferry.Signal == FerryArrived && h.open {
		h.MoveBerth(ferry, wish, home, false)
	}
	if ferry.Signal != FerryArrived {
		h.MoveBerth(ferry, wish, home, true)
	}
`);
    expect(await cellsOf(source)).toEqual({ arrived: "Assign → Move(false)", departed: "Return", sunk: "Return" });
    expect(await unplacedIn(source)).toEqual(["watch: Assign", "watch: Move(true)"]);
  });

  it("does not come from a condition that stands beside the call", async () => {
    const source = watching(`
	if ferry.Signal == FerryArrived {
		h.log("hello")
	}
	if ferry.Signal == FerryArrived {
		wish = home
	}
	h.ReturnBerth(ferry)
`);
    expect(await cellsOf(source)).toEqual({});
  });

  it("does not come from a constant of the same name that is compared with something else", async () => {
    const source = watching(`
	if h.mode == FerryArrived {
		h.AssignBerth(ferry, wish, home)
	}
	if h.Signals[FerryDeparted] {
		h.ReturnBerth(ferry)
	}
`);
    expect(await cellsOf(source)).toEqual({});
    expect(await unplacedIn(source)).toEqual(["watch: Assign", "watch: Return"]);
  });

  it("comes from the constant's text in its place, and from another constant of that value", async () => {
    expect(
      await cellsOf({
        "names/names.go": 'package names\n\nconst Left = "departed"\n',
        "harbour/ops.go": `
func (h *Harbour) ReturnBerth(ferry *Ferry) { delete(h.Plan, "berth") }
`,
        "harbour/watch.go": `package harbour

import "example.org/coast/names"

func (h *Harbour) watch(ferry *Ferry) {
	if ferry.Signal == "sunk" {
		h.ReturnBerth(ferry)
	}
	if ferry.Signal == names.Left {
		h.ReturnBerth(ferry)
	}
	if ferry.Name == "arrived" {
		h.ReturnBerth(ferry)
	}
}
`,
      }),
    ).toEqual({ departed: "Return", sunk: "Return" });
  });

  it("comes from something being there: comma-ok, an empty text, nil", async () => {
    const source = watching(`
	if _, ok := ferry.Flags["quarantine"]; ok {
		h.AssignBerth(ferry, wish, home)
	}
	if ferry.Flags["quarantine"] != "" {
		h.MoveBerth(ferry, wish, home, true)
	}
	_, flying := ferry.Flags["quarantine"]
	if !flying {
		h.ReturnBerth(ferry)
		return nil
	}
	h.MoveBerth(ferry, wish, home, false)
`);
    expect(await cellsOf(source)).toEqual({ arrived: "Assign → Move(true) → Move(false)" });
    expect(await unplacedIn(source)).toEqual(["watch: Return"]);
  });

  it("comes from a question that holds, and not from its negation", async () => {
    const source = watching(`
	if ferry.IsSinking() {
		h.ReturnBerth(ferry)
	} else {
		h.AssignBerth(ferry, wish, home)
	}
`);
    expect(await cellsOf(source)).toEqual({ sunk: "Return" });
    expect(await unplacedIn(source)).toEqual(["watch: Assign"]);
  });

  it("is not disturbed by type switches, selects and error handling around it", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) watch(thing any, wish, home string) (err error) {
	switch ferry := thing.(type) {
	case *Ferry:
		select {
		case <-h.done:
			return nil
		default:
		}
		if err = h.check(ferry); err != nil {
			return err
		}
		if ferry.Signal == FerryArrived {
			if err := h.AssignBerth(ferry, wish, home); err != nil {
				h.log(err)
				return h.ReturnBerth(ferry)
			}
		}
	}
	return err
}
`),
    ).toEqual({ arrived: "Assign → Return" });
  });

  it("comes from the enclosing function where nothing else tells, and says how it is known", async () => {
    const { stages } = await behaviorOf(`
func (h *Harbour) handleStorm(ferry *Ferry) error {
	if ferry.Signal == FerryDeparted {
		return h.ReturnBerth(ferry)
	}
	return h.MoveBerth(ferry, "", "", true)
}
`);
    expect(
      stages.flatMap(({ stage, calls }) =>
        calls.map(({ call }) => [stage, call.operation, call.confidence, call.trigger]),
      ),
    ).toEqual([
      [
        "departed",
        "Return",
        "exact",
        { kind: "signal", value: "departed", expression: "ferry.Signal == FerryDeparted" },
      ],
      ["sunk", "Move", "configured", { kind: "storm", value: "handleStorm", expression: "func handleStorm" }],
    ]);
  });

  it("is the innermost where one stands in another, and the outer remains a guard", async () => {
    const { stages } = await behaviorOf(
      watching(`
	if _, ok := ferry.Flags["quarantine"]; ok {
		if ferry.Signal == FerryDeparted && !h.closed {
			h.ReturnBerth(ferry)
		}
	}
`),
    );
    const calls = stages.flatMap(({ stage, calls }) => calls.map(({ call }) => [stage, call.guards]));
    expect(calls).toEqual([
      [
        "departed",
        [
          { line: 6, condition: '_, ok := ferry.Flags["quarantine"]; ok', exit: null },
          { line: 7, condition: "ferry.Signal == FerryDeparted && !h.closed", exit: null },
        ],
      ],
    ]);
  });
});
