import { describe, expect, it } from "vitest";
import { packOf, writersIn } from "../harbour.js";

describe("an entry of a map", () => {
  it("is set by an index assignment and deleted by delete()", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish string) { h.Plan["berth"] = wish }
func (h *Harbour) free() { delete(h.Plan, "berth") }
`);
    expect(written).toEqual(["moor: berth=wish", "free: -berth"]);
  });

  it("is not touched by reading, by other entries, or by entries of other maps", async () => {
    const written = await writersIn(`
func (h *Harbour) look(wish string) string {
	if seen, ok := h.Plan["berth"]; ok && seen == "berth" {
		return h.Plan["berth"]
	}
	h.Plan["anchor"] = wish
	h.Log["berth"] = wish
	h.Plan[wish] = "berth"
	delete(h.Log, "berth")
	delete(h.Plan, wish)
	erase(h.Plan, "berth")
	local := map[string]string{"berth": wish}
	local["berth"] = wish
	return local["berth"]
}
`);
    expect(written).toEqual([]);
  });

  it("is set by a map literal in a field, in a struct literal, and in literals inside", async () => {
    const written = await writersIn(`
func (h *Harbour) whole(wish string) { h.Plan = map[string]string{"berth": wish, "anchor": "down"} }
func newHarbour(wish string) *Harbour { return &Harbour{Plan: map[string]string{"berth": wish}} }
func newHarbours(wish string) []*Harbour { return []*Harbour{{Plan: map[string]string{"berth": wish}}} }
func newCoast(wish string) Coast {
	return Coast{Main: &Harbour{Plan: map[string]string{"pilot": "aboard"}}, ByName: map[string]Harbour{"x": {Plan: map[string]string{"berth": wish}}}}
}
`);
    expect(written).toEqual([
      "whole: berth=wish, -pilot",
      "newHarbour: berth=wish",
      "newHarbours: berth=wish",
      "newCoast: pilot=aboard, berth=wish",
    ]);
  });

  it("is not set by a literal of another field or of another key", async () => {
    const written = await writersIn(`
func newHarbour(wish string) *Harbour {
	return &Harbour{Plan: map[string]string{"anchor": wish}, Log: map[string]string{"berth": wish}}
}
`);
    expect(written).toEqual([]);
  });

  it("is deleted when its whole map is replaced or emptied", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish string) { h.Plan["berth"] = wish }
func (h *Harbour) reset() { h.Plan = map[string]string{} }
func (h *Harbour) forget() { h.Plan = nil }
func (h *Harbour) renew() { h.Plan = make(map[string]string, 2) }
func (h *Harbour) empty() {
	if h.Plan["berth"] != "" {
		clear(h.Plan)
	}
}
func (h *Harbour) other() { h.Plan = map[string]string{"anchor": "down"} }
`);
    expect(written).toEqual([
      "moor: berth=wish",
      "reset: -berth, -pilot",
      "forget: -berth, -pilot",
      "renew: -berth, -pilot",
      "empty: -berth, -pilot",
      "other: -berth, -pilot",
    ]);
  });

  it("is not deleted when another object's map of the same name is replaced", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish string) { h.Plan["berth"] = wish }
func (c *Captain) reset() { c.Plan = map[string]string{} }
func plan(t *Tour) {
	t.Plan = nil
	v := &Voyage{}
	v.Plan = map[string]string{"stops": "3"}
}
`);
    expect(written).toEqual(["moor: berth=wish"]);
  });

  it("is not deleted by making the map where there is none", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish string) {
	if h.Plan == nil {
		h.Plan = make(map[string]string)
	}
	h.Plan["berth"] = wish
}
func (h *Harbour) guide(wish string) {
	if len(h.Plan) == 0 {
		h.Plan = map[string]string{}
	}
	h.Plan["pilot"] = wish
}
func (h *Harbour) late(wish string) {
	if h.Plan != nil {
		h.Plan["berth"] = wish
		return
	}
	h.Plan = map[string]string{"berth": wish}
}
`);
    expect(written).toEqual(["moor: berth=wish", "guide: pilot=wish", "late: berth=wish, berth=wish"]);
  });

  it("is not deleted by a copy of the map", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish string) { h.Plan["berth"] = wish }
func (h *Harbour) share(other *Harbour) { h.Plan = maps.Clone(h.Plan) }
`);
    expect(written).toEqual(["moor: berth=wish"]);
  });

  it("is written through an alias of its map", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish string) {
	plan := h.Plan
	plan["berth"] = wish
	delete(plan, "pilot")
}
func (h *Harbour) deeper(wish string) {
	dock := h.Docks[0]
	plan := dock.Plan
	same := plan
	same["berth"] = wish
}
func (h *Harbour) through(wish string) {
	plan := &h.Plan
	(*plan)["berth"] = wish
}
`);
    expect(written).toEqual(["moor: berth=wish, -pilot", "deeper: berth=wish", "through: berth=wish"]);
  });

  it("is set by a map that is put together first and assigned then", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish string) {
	plan := map[string]string{"berth": wish}
	plan["pilot"] = "aboard"
	h.Plan = plan
}
func (h *Harbour) slowly(wish string) {
	plan := make(map[string]string, 2)
	plan["berth"] = wish
	if h.foggy {
		plan["pilot"] = "aboard"
	}
	h.Plan = plan
}
func newHarbour(wish string) *Harbour {
	plan := map[string]string{}
	plan["berth"] = wish
	return &Harbour{Plan: plan}
}
func (h *Harbour) late(wish string) {
	var plan map[string]string
	plan = map[string]string{"berth": wish}
	h.Plan = plan
}
func (h *Harbour) changed(wish string) {
	plan := map[string]string{"berth": wish, "pilot": "aboard"}
	delete(plan, "pilot")
	h.Plan = plan
}
`);
    expect(written).toEqual([
      "moor: berth=wish, pilot=aboard",
      "slowly: berth=wish, -pilot, pilot=aboard",
      "newHarbour: berth=wish",
      "late: berth=wish, -pilot",
      "changed: berth=wish, -pilot",
    ]);
  });

  it("is not set by a map that is put together and goes elsewhere", async () => {
    const written = await writersIn(`
func (h *Harbour) note(wish string) {
	plan := map[string]string{"berth": wish}
	plan["pilot"] = "aboard"
	h.Log = plan
	h.send(plan)
}
`);
    expect(written).toEqual([]);
  });

  it("is copied from another map by maps.Copy and by a loop over a literal", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish string) { maps.Copy(h.Plan, map[string]string{"berth": wish}) }
func (h *Harbour) each(wish string) {
	for name, value := range map[string]string{"berth": wish, "anchor": "down"} {
		h.Plan[name] = value
	}
}
func (h *Harbour) both() {
	for _, name := range []string{"berth", "pilot"} {
		delete(h.Plan, name)
	}
}
`);
    expect(written).toEqual(["moor: berth=wish", "each: berth=wish", "both: -berth, -pilot"]);
  });

  it("is known by its name through constants, also of other packages and constants made of constants", async () => {
    const written = await writersIn({
      "names/names.go": `
const (
	Berth = "berth"
	Place = Berth
)
`,
      "harbour/plan.go": `
package harbour

import (
	"example.org/coast/names"
	short "example.org/coast/names"
)

const pilot = "pilot"

func (h *Harbour) moor(wish string) {
	h.Plan[names.Berth] = wish
	h.Plan[pilot] = "aboard"
}
func (h *Harbour) free() { delete(h.Plan, short.Place) }
func (h *Harbour) local(wish string) {
	const berth = "berth"
	key := "berth"
	h.Plan[berth] = wish
	h.Plan[key] = wish
}
`,
    });
    expect(written).toEqual(["moor: berth=wish, pilot=aboard", "free: -berth", "local: berth=wish, berth=wish"]);
  });

  it("is another key when a constant of the same name has another value", async () => {
    const written = await writersIn({
      "names/names.go": 'const Berth = "berth"\n',
      "others/names.go": 'const Berth = "anchor"\n',
      "harbour/plan.go": `
package harbour

import "example.org/coast/others"

func (h *Harbour) moor(wish string) { h.Plan[others.Berth] = wish }
`,
    });
    expect(written).toEqual([]);
  });

  it("may be one of a family, named by its index", async () => {
    const any = packOf(`
keys: { plan: { each: true, entry: '*.Plan[*]' } }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);
    const written = await writersIn(
      `
const pilot = "pilot"
func (h *Harbour) moor(wish string) {
	h.Plan["berth"] = wish
	delete(h.Plan, pilot)
	h.Log["berth"] = wish
}
func newHarbour(wish string) *Harbour { return &Harbour{Plan: map[string]string{pilot: wish}} }
`,
      any,
    );
    expect(written).toEqual(["moor: berth@Harbour=wish, -pilot@Harbour", "newHarbour: pilot@Harbour=wish"]);
  });
});
