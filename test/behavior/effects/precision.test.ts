import { describe, expect, it } from "vitest";
import { casesOf, cellsOf, OPERATIONS, unplacedIn, writersIn } from "../harbour.js";

describe("no effect is made up", () => {
  it("by a method whose namesake, of another type, writes", async () => {
    const sources = {
      "harbour/ops.go": OPERATIONS,
      "harbour/watch.go": `
func (h *Harbour) watch(ferry *Ferry) {
	if ferry.Signal == FerryDeparted {
		h.store.Save(ferry)
		h.log.Save(ferry)
	}
}
`,
      "plans/store.go": `
func (s *PlanStore) Save(ferry *Ferry) { s.Plan["berth"] = ferry.Wish }
`,
      "logs/store.go": `
func (l *Log) Save(ferry *Ferry) { l.lines = append(l.lines, ferry.Name) }
`,
    };
    expect(await cellsOf(sources)).toEqual({});
    expect(await writersIn(sources)).toEqual(["Save: berth=wish"]);
  });

  it("by an operation that calls such a method", async () => {
    expect(
      await casesOf("Return", {
        "harbour/ops.go": `
func (h *Harbour) ReturnBerth(ferry *Ferry) {
	delete(h.Plan, "berth")
	h.archive.Close(ferry)
}
`,
        "plans/close.go": 'func (p *Plans) Close(ferry *Ferry) { p.Plan["pilot"] = "ashore" }\n',
        "doors/close.go": "func (d *Door) Close(ferry *Ferry) { d.open = false }\n",
      }),
    ).toEqual(["Return: -berth"]);
  });

  it("by a function of another package with the same name", async () => {
    const sources = {
      "harbour/watch.go": `package harbour

import "example.org/coast/doors"

func (h *Harbour) watch(ferry *Ferry) {
	if ferry.Signal == FerryDeparted {
		doors.Close(h, ferry)
		shut(h, ferry)
	}
}
`,
      "plans/close.go": `
func Close(h *Harbour, ferry *Ferry) { delete(h.Plan, "berth") }
func shut(h *Harbour, ferry *Ferry) { delete(h.Plan, "berth") }
`,
    };
    expect(await cellsOf(sources)).toEqual({});
  });

  it("by a method of a library's type, however its name sounds", async () => {
    expect(
      await cellsOf({
        "harbour/watch.go": `package harbour

import "net/http"

func (h *Harbour) watch(ferry *Ferry, request *http.Request) {
	if ferry.Signal == FerryDeparted {
		request.Clear(ferry)
	}
}
func (p *Plans) Clear(ferry *Ferry) { delete(p.Plan, "berth") }
`,
      }),
    ).toEqual({});
  });

  it("by a function that only builds a map, a text, or a query", async () => {
    expect(
      await writersIn(`
func keys() []string { return []string{"berth", "pilot"} }
func labels() map[string]string { return map[string]string{"berth": "x"} }
func query(h *Harbour) error { return h.db.Where("berth", h.Plan["berth"]) }
func equal(h *Harbour) bool { return h.Plan["berth"] == "" || h.Plan["berth"] != h.Log["berth"] }
func copied(h *Harbour) map[string]string {
	plan := maps.Clone(h.Plan)
	plan["berth"] = ""
	delete(plan, "pilot")
	return plan
}
func fields(h *Harbour) { h.send(Message{Topic: "berth", Body: map[string]string{"berth": h.Plan["berth"]}}) }
`),
    ).toEqual([]);
  });

  it("by a constant of the same name in another package, or a local that hides it", async () => {
    expect(
      await writersIn({
        "names/names.go": 'const Berth = "berth"\n',
        "harbour/plan.go": `package harbour

import "example.org/coast/names"

const anchor = "anchor"

func (h *Harbour) moor(names Names, wish string) {
	h.Plan[names.Berth] = wish
	Berth := anchor
	h.Plan[Berth] = wish
}
`,
      }),
    ).toEqual([]);
  });
});

describe("a stage is not made up", () => {
  it("by a condition in a loop before, or on another iteration's element", async () => {
    const source = `
func (h *Harbour) watch(fleet []*Ferry) {
	for _, ferry := range fleet {
		if ferry.Signal != FerryDeparted {
			return
		}
	}
	for _, ferry := range fleet {
		h.ReturnBerth(ferry)
	}
}
`;
    expect(await cellsOf(source)).toEqual({});
    expect(await unplacedIn(source)).toEqual(["watch: Return"]);
  });

  it("by a variable that was asked before it changed", async () => {
    const source = `
func (h *Harbour) watch(ferry *Ferry) {
	signal := ferry.Signal
	if signal == FerryDeparted {
		h.log("gone")
	}
	signal = h.next(ferry)
	if signal == FerrySunk {
		h.ReturnBerth(ferry)
	}
	gone := ferry.Signal == FerryDeparted
	gone = h.ask(ferry)
	if gone {
		h.ReturnBerth(ferry)
	}
}
`;
    expect(await cellsOf(source)).toEqual({ sunk: "Return" });
    expect(await unplacedIn(source)).toEqual(["watch: Return"]);
  });

  it("by a closure's own return, a select, or a recovered panic", async () => {
    const source = `
func (h *Harbour) watch(ferry *Ferry) {
	check := func() bool {
		if ferry.Signal == FerryDeparted {
			return true
		}
		return false
	}
	check()
	select {
	case signal := <-h.signals:
		if signal == FerrySunk {
			return
		}
	case <-h.done:
	}
	h.ReturnBerth(ferry)
}
`;
    expect(await cellsOf(source)).toEqual({});
    expect(await unplacedIn(source)).toEqual(["watch: Return"]);
  });

  it("by what cannot be, such as two signals at once", async () => {
    const source = `
func (h *Harbour) watch(ferry *Ferry) {
	switch ferry.Signal {
	case FerryArrived:
		if ferry.Signal == FerrySunk {
			h.ReturnBerth(ferry)
		}
	}
}
`;
    expect(await cellsOf(source)).toEqual({});
  });
});
