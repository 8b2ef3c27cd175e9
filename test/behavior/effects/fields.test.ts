import { describe, expect, it } from "vitest";
import { packOf, writersIn } from "../harbour.js";

const captains = packOf(`
keys: { captain: { field: '*.Crew.Captain' }, draught: { field: '*.Draught' } }
values: { ann: ['*.Ann'] }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);

describe("a field", () => {
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
});
