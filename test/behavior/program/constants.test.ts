import { expect, it } from "vitest";
import { cellsOf, OPERATIONS, packOf, writersIn } from "../harbour.js";

const any = packOf(`
keys: { plan: { each: true, entry: '*.Plan[*]' } }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);

it("constants are followed through packages, conversions and sums, and told by name where they end in the dark", async () => {
  const written = await writersIn(
    {
      "names/base.go": 'package names\n\nconst domain = "harbour.example.org/"\n',
      "names/names.go": `package names

import "example.org/coast/marks"

type Key string

const (
	Berth Key = domain + "berth"
	Pilot     = Key(domain + marks.Pilot)
	Tug       = elsewhere.Tug
	Count     = iota
	Loop      = Pool
	Pool      = Loop
)
`,
      "marks/marks.go": 'package marks\n\nconst Pilot = "pilot"\n',
      "harbour/plan.go": `package harbour

import n "example.org/coast/names"

func (h *Harbour) fill(wish string) {
	h.Plan[n.Berth] = wish
	h.Plan[string(n.Pilot)] = wish
	h.Plan[n.Tug] = wish
	h.Plan[n.Count] = wish
	h.Plan[n.Loop] = wish
	h.Plan["x-"+n.Berth] = wish
}
`,
    },
    any,
  );
  expect(written).toEqual([
    `fill: ${[
      "harbour.example.org/berth@Harbour=wish",
      "harbour.example.org/pilot@Harbour=wish",
      "Tug@Harbour=wish",
      "Count@Harbour=wish",
      "Loop@Harbour=wish",
      "x-harbour.example.org/berth@Harbour=wish",
    ].join(", ")}`,
  ]);
});

it("a trigger's constant is known by its name in any package, and by its value where the pack says what is asked", async () => {
  const cells = await cellsOf({
    "harbour/ops.go": OPERATIONS,
    "sea/signals.go": 'package sea\n\nconst Gone = "departed"\n\nconst Up = "up"\n',
    "harbour/watch.go": `package harbour

import "example.org/coast/sea"

func (h *Harbour) watch(ferry *Ferry) {
	switch ferry.Signal {
	case sea.Gone:
		h.ReturnBerth(ferry)
	case lake.FerrySunk:
		h.ReturnBerth(ferry)
	case sea.Up:
		h.AssignBerth(ferry, "", "")
	}
}
`,
  });
  expect(cells).toEqual({ departed: "Return", sunk: "Return" });
});
