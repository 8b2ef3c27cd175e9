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

  it("is put together by Sprintf, Join and concatenation, through locals assigned once", async () => {
    const written = await writersIn(`
const comma = ","
func (h *Harbour) formatted(wish, home string) { h.Plan["berth"] = fmt.Sprintf("%s,%s", wish, home) }
func (h *Harbour) added(wish, home string) { h.Plan["berth"] = wish + "," + home }
func (h *Harbour) joined(wish, home string) { h.Plan["berth"] = strings.Join([]string{wish, home}, comma) }
func (h *Harbour) stepwise(wish, home string) {
	both := fmt.Sprintf("%s%s%v", wish, comma, home)
	h.Plan["berth"] = both
}
func (h *Harbour) percent(wish string) { h.Plan["berth"] = fmt.Sprintf("%[1]s is 100%%, %q", wish, "so") }
`);
    expect(written).toEqual([
      "formatted: berth=wish,home",
      "added: berth=wish,home",
      "joined: berth=wish,home",
      "stepwise: berth=wish,home",
      "percent: berth=wish is 100%, so",
    ]);
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

  it("is each that a local may have been given", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish, home string, late bool) {
	berth := wish
	if late {
		berth = home
	}
	h.Plan["berth"] = berth
}
func (h *Harbour) guide(wish string) {
	var pilot string
	switch wish {
	case "north":
		pilot = "ann"
	default:
		pilot = "bob"
	}
	h.Plan["pilot"] = pilot
}
`);
    expect(written).toEqual(["moor: berth=wish, berth=home", "guide: pilot=ann, pilot=bob"]);
  });

  it("is not the caller's when the parameter has been given another value", async () => {
    const written = await writersIn(`
func (h *Harbour) moor(wish, home string) {
	wish = home
	h.Plan["berth"] = wish
}
`);
    expect(written).toEqual(["moor: berth=home"]);
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
