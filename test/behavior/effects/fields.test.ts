import { describe, expect, it } from "vitest";
import { packOf, writersIn } from "../harbour.js";

const captains = packOf(`
keys: { captain: { field: '*.Crew.Captain' }, draught: { field: '*.Draught' } }
values: { ann: ['*.Ann'] }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);

describe("a field", () => {
  it("is set by an assignment, and deleted by its zero value or nil", async () => {
    const written = await writersIn(
      `
const nobody = ""
func hire(f *Ferry) { f.Crew.Captain = f.Ann }
func fire(f *Ferry) { f.Crew.Captain = "" }
func forget(f *Ferry) { f.Crew.Captain = nil }
func leave(f *Ferry) { f.Crew.Captain = nobody }
func wipe(f *Ferry) { f.Crew.Captain = Person{} }
func blank(f *Ferry) { f.Crew.Captain = &Person{} }
func empty(f *Ferry) { f.Draught = 0 }
func unset(f *Ferry) {
	var none string
	f.Crew.Captain = none
}
func load(f *Ferry) { f.Draught += 3 }
func bump(f *Ferry) { f.Draught++ }
`,
      captains,
    );
    expect(written).toEqual([
      "hire: captain=ann",
      "fire: -captain",
      "forget: -captain",
      "leave: -captain",
      "wipe: -captain",
      "blank: captain=Person{}",
      "empty: -draught",
      "unset: -captain",
      "load: draught=f.Draught + 3",
      "bump: draught=f.Draught + 1",
    ]);
  });

  it("is set by literals, where a zero value is how it begins and deletes nothing", async () => {
    const written = await writersIn(
      `
func launch(p Person) *Ferry { return &Ferry{Crew: Crew{Captain: p.Ann}} }
func launchEmpty() *Ferry { return &Ferry{Crew: Crew{Captain: ""}, Draught: 0} }
func launchMany() []Ferry { return []Ferry{{Draught: 3}} }
`,
      captains,
    );
    // Crew{Captain: ...} alone does not show whose crew it is; inside Ferry{Crew: ...} it does.
    expect(written).toEqual(["launch: captain=ann", "launchMany: draught=3"]);
  });

  it("is not touched by namesakes on another path, by locals, or by reading", async () => {
    const written = await writersIn(
      `
func look(f *Ferry) string {
	f.Captain = "x"
	Captain := f.Crew.Captain
	f.Crew.Mate.Name = Captain
	if f.Crew.Captain == "" {
		return f.Crew.Captain
	}
	return Captain
}
`,
      captains,
    );
    expect(written).toEqual([]);
  });

  it("is written through an alias of its struct, and in assignments of several at once", async () => {
    const written = await writersIn(
      `
func alias(f *Ferry) {
	crew := &f.Crew
	crew.Captain = f.Ann
}
func several(f *Ferry) { f.Crew.Captain, f.Draught = f.Ann, 3 }
func called(f *Ferry) { f.Crew.Captain, f.Draught = f.ask() }
func each(fleet []*Ferry) {
	for _, f := range fleet {
		f.Crew.Captain = ""
	}
}
`,
      captains,
    );
    expect(written).toEqual([
      "alias: captain=ann",
      "several: captain=ann, draught=3",
      "called: captain=f.ask(), draught=f.ask()",
      "each: -captain",
    ]);
  });
});
