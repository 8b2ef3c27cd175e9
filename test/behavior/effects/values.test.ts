import { describe, expect, it } from "vitest";
import { writersIn } from "../harbour.js";

describe("the value that is set", () => {
  it("is a symbol of the pack, whatever path leads to it", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(ferry *Ferry, wish string) {
	h.Plan["berth"] = wish
	h.Plan["berth"] = ferry.Wish
	h.Plan["berth"] = h.current().Voyage.Wish
	chosen := ferry.Wish
	h.Plan["berth"] = chosen
	h.Plan["pilot"] = string(chosen)
}
`);
    expect(written).toEqual(["moor: berth=wish, berth=wish, berth=wish, berth=wish, pilot=wish"]);
  });

  it("is a text, a number, or a constant's text, also of another package and behind a conversion", async () => {
    const written = await writersIn({
      "names/names.go": `
type Mode string

const (
	prefix  = "on-"
	Aboard  = "aboard"
	OnBoard Mode = prefix + "board"
)
`,
      "harbour/plan.go": `package harbour

import "example.org/coast/names"

const ashore = "ashore"

func (h *Harbour) moor() {
	h.Plan["berth"] = "7"
	h.Plan["pilot"] = names.Aboard
	h.Plan["pilot"] = ashore
	h.Plan["pilot"] = string(names.OnBoard)
}
`,
    });
    expect(written).toEqual(["moor: berth=7, pilot=aboard, pilot=ashore, pilot=on-board"]);
  });

  it("is Go as written where nothing else is known", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(ferry *Ferry, n int) {
	h.Plan["berth"] = h.next(ferry, n+1)
	h.Plan["pilot"] = strconv.Itoa( n )
}
`);
    expect(written).toEqual(["moor: berth=h.next(ferry, n + 1), pilot=strconv.Itoa(n)"]);
  });

  it("belongs to the variable that is visible there, not to a later one of the same name", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(ferry *Ferry) {
	berth := ferry.Wish
	{
		h.Plan["berth"] = berth
		berth := ferry.Home
		h.Plan["berth"] = berth
	}
	if berth := "7"; berth != "" {
		berth := berth
		h.Plan["berth"] = berth
	}
}
`);
    expect(written).toEqual(["moor: berth=wish, berth=home, berth=7"]);
  });
});
