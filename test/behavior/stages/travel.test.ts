import { describe, expect, it } from "vitest";
import { behaviorOf, cellsOf, unplacedIn } from "../harbour.js";

const PHASES = `
func (h *Harbour) phaseOf(ferry *Ferry) (moving, done, failed bool) {
	switch ferry.Signal {
	case FerryArrived:
		return true, false, false
	case FerryDeparted:
		return true, true, false
	case FerrySunk:
		return true, true, true
	}
	return false, false, false
}
`;
const ALL = { arrived: "Assign", departed: "Move(false)", sunk: "Move(true)" };

describe("values that travel from a helper to a far test", () => {
  it("give their stages when a helper returns several and they are tested later", async () => {
    const cells = await cellsOf(`${PHASES}
func (h *Harbour) watch(ferry *Ferry, wish, home string) error {
	moving, done, failed := h.phaseOf(ferry)
	if moving {
		if done {
			return h.MoveBerth(ferry, wish, home, failed)
		}
		return h.AssignBerth(ferry, wish, home)
	}
	return nil
}
`);
    expect(cells).toEqual(ALL);
  });

  it("give them when an if-init assigns them to variables declared outside", async () => {
    const source = `${PHASES}
func (h *Harbour) watch(ferry *Ferry, wish, home string) error {
	var moving, done, failed bool
	var err error
	if h.moves {
		if moving, done, failed = h.phaseOf(ferry); moving {
			h.log("moving")
		}
	}
	if err = h.check(ferry); err != nil {
		return err
	}
	if moving {
		if done {
			h.log("done")
			if err := h.MoveBerth(ferry, wish, home, failed); err != nil {
				return err
			}
		} else {
			if err := h.AssignBerth(ferry, wish, home); err != nil {
				return err
			}
		}
	}
	return nil
}
`;
    expect(await cellsOf(source)).toEqual(ALL);
    const { stages } = await behaviorOf(source);
    expect(stages.map(({ calls }) => calls.map(({ call }) => call.guards.map(({ condition }) => condition)))).toEqual([
      [["h.moves"]],
      [["h.moves"]],
      [["h.moves"]],
    ]);
  });

  it("give them through named results and a return without values", async () => {
    const cells = await cellsOf(`
func (h *Harbour) phaseOf(ferry *Ferry) (moving, done, failed bool) {
	if ferry.Signal == FerryArrived {
		moving = true
		return
	}
	if ferry.Signal == FerryDeparted {
		moving, done = true, true
	}
	if ferry.Signal == FerrySunk {
		moving = true
		done = true
		failed = true
	}
	return
}
func (h *Harbour) watch(ferry *Ferry, wish, home string) error {
	moving, done, failed := h.phaseOf(ferry)
	if moving && done {
		return h.MoveBerth(ferry, wish, home, failed)
	}
	if moving {
		return h.AssignBerth(ferry, wish, home)
	}
	return nil
}
`);
    expect(cells).toEqual(ALL);
  });

  it("give them when the helper returns an error beside them", async () => {
    const cells = await cellsOf(`
func (h *Harbour) stateOf(ferry *Ferry) (bool, error) {
	if ferry == nil {
		return false, errors.New("nobody")
	}
	return ferry.Signal == FerryDeparted, nil
}
func (h *Harbour) watch(ferry *Ferry) error {
	gone, err := h.stateOf(ferry)
	if err != nil {
		return err
	}
	if !gone {
		return nil
	}
	return h.ReturnBerth(ferry)
}
`);
    expect(cells).toEqual({ departed: "Return" });
  });

  it("give them through a single boolean, asked in place, stored, or negated", async () => {
    const isGone = `
func (h *Harbour) isGone(ferry *Ferry) bool { return ferry.Signal == FerryDeparted }
func isSunk(ferry *Ferry) bool {
	if ferry == nil {
		return false
	}
	return ferry.Signal == FerrySunk
}
`;
    expect(
      await cellsOf(`${isGone}
func (h *Harbour) watch(ferry *Ferry, wish, home string) {
	if h.isGone(ferry) {
		h.ReturnBerth(ferry)
	}
	sunk := isSunk(ferry)
	if !sunk {
		return
	}
	h.MoveBerth(ferry, wish, home, sunk)
}
`),
    ).toEqual({ departed: "Return", sunk: "Move(true)" });
  });

  it("give them through a boolean that several signals make true", async () => {
    expect(
      await cellsOf(`
func ended(ferry *Ferry) bool { return ferry.Signal == FerryDeparted || ferry.Signal == FerrySunk }
func (h *Harbour) watch(ferry *Ferry) {
	if ended(ferry) {
		h.ReturnBerth(ferry)
	}
}
`),
    ).toEqual({ departed: "Return", sunk: "Return" });
  });

  it("give them through a phase in a string that is switched on", async () => {
    expect(
      await cellsOf({
        "harbour/ops.go": 'func (h *Harbour) ReturnBerth(ferry *Ferry) { delete(h.Plan, "berth") }\n',
        "harbour/phase.go": `
const (
	phaseIn   = "in"
	phaseOut  = "out"
	phaseLost = "lost"
)
func phaseOf(ferry *Ferry) string {
	switch ferry.Signal {
	case FerryArrived:
		return phaseIn
	case FerryDeparted:
		return phaseOut
	case FerrySunk:
		return phaseLost
	}
	return ""
}
`,
        "harbour/watch.go": `
func (h *Harbour) watch(ferry *Ferry) {
	switch phaseOf(ferry) {
	case phaseOut, phaseLost:
		h.ReturnBerth(ferry)
	case "in":
		h.log("in")
	}
}
`,
      }),
    ).toEqual({ departed: "Return", sunk: "Return" });
  });

  it("give them through a helper that only hands on what another one says", async () => {
    expect(
      await cellsOf(`${PHASES}
func (h *Harbour) done(ferry *Ferry) bool {
	_, done, failed := h.phaseOf(ferry)
	return done && !failed
}
func (h *Harbour) signalOf(ferry *Ferry) Signal { return ferry.Signal }
func (h *Harbour) watch(ferry *Ferry) {
	if h.done(ferry) {
		h.ReturnBerth(ferry)
	}
	if h.signalOf(ferry) == FerrySunk {
		h.ReturnBerth(ferry)
	}
}
`),
    ).toEqual({ departed: "Return", sunk: "Return" });
  });

  it("are told apart when two helpers answer at once", async () => {
    expect(
      await cellsOf(`
func gone(ferry *Ferry) (bool, bool) {
	if ferry.Signal == FerryDeparted {
		return true, false
	}
	if ferry.Signal == FerrySunk {
		return true, true
	}
	return false, false
}
func welcome(h *Harbour, ferry *Ferry) (bool, string) {
	if h.closed {
		return false, ""
	}
	return ferry.Signal == FerryArrived, ferry.Wish
}
func (h *Harbour) watch(ferry *Ferry, home string) {
	left, lost := gone(ferry)
	hello, wish := welcome(h, ferry)
	if left && !hello {
		h.MoveBerth(ferry, wish, home, lost)
	}
	if hello && !left {
		h.AssignBerth(ferry, wish, home)
	}
}
`),
    ).toEqual(ALL);
  });

  it("give them through a variable that a branch has set", async () => {
    expect(
      await cellsOf(`
func (h *Harbour) watch(ferry *Ferry, wish, home string) {
	gone, lost := false, false
	if ferry.Signal == FerryDeparted || ferry.Signal == FerrySunk {
		gone = true
		lost = ferry.Signal == FerrySunk
	}
	if gone && !h.closed {
		h.MoveBerth(ferry, wish, home, lost)
	}
	var next string
	switch ferry.Signal {
	case FerryArrived:
		next = "moor"
	default:
		next = "wait"
	}
	if next == "moor" {
		h.AssignBerth(ferry, wish, home)
	}
}
`),
    ).toEqual(ALL);
  });

  it("are unknown beside their stages where another branch sets the variable, too", async () => {
    const source = `
func (h *Harbour) watch(ferry *Ferry) {
	gone := false
	if h.strict {
		gone = h.ask(ferry)
	} else {
		gone = ferry.Signal == FerryDeparted
	}
	if gone {
		h.ReturnBerth(ferry)
	}
}
`;
    expect(await cellsOf(source)).toEqual({ departed: "Return" });
    expect(await unplacedIn(source)).toEqual(["watch: Return"]);
  });

  it("are unknown beside their stages where something else may have changed the variable", async () => {
    const source = `${PHASES}
func (h *Harbour) watch(ferry *Ferry, wish, home string) {
	moving, done, _ := h.phaseOf(ferry)
	if h.always {
		moving = true
	}
	if moving && !done {
		h.AssignBerth(ferry, wish, home)
	}
}
`;
    expect(await cellsOf(source)).toEqual({ arrived: "Assign" });
    expect(await unplacedIn(source)).toEqual(["watch: Assign"]);
  });

  it("are not made up for a helper that cannot be read, or has a namesake", async () => {
    const source = `
func (a *Other) isGone(ferry *Ferry) bool { return ferry.Signal == FerryDeparted }
func (b *Another) isGone(ferry *Ferry) bool { return false }
func (h *Harbour) watch(ferry *Ferry) {
	if h.oracle.isGone(ferry) {
		h.ReturnBerth(ferry)
	}
	if sea.IsGone(ferry) {
		h.ReturnBerth(ferry)
	}
}
`;
    expect(await cellsOf(source)).toEqual({});
    expect(await unplacedIn(source)).toEqual(["watch: Return", "watch: Return"]);
  });
});
