import { expect, it } from "vitest";
import { behaviorOf, cellsOf, OPERATIONS } from "../harbour.js";

const broken = {
  "harbour/ops.go": OPERATIONS,
  "harbour/watch.go": `
func (h *Harbour) watch(ferry *Ferry) {
	if ferry.Signal == FerryDeparted {
		h.ReturnBerth(ferry)
	}
}

func (h *Harbour) odd(ferry *Ferry) {
	h.Plan["berth"] = = ferry.Wish
}

func (h *Harbour) after(ferry *Ferry) {
	if ferry.Signal == FerrySunk {
		h.ReturnBerth(ferry)
	}
}
`,
};

it("a declaration that does not parse is a problem with its place, and the others are read", async () => {
  const { problems } = await behaviorOf(broken);
  expect(problems.map(({ file, line }) => [file, line])).toEqual([["harbour/watch.go", 11]]);
  expect(await cellsOf(broken)).toEqual({ departed: "Return", sunk: "Return" });
});

it("a function without a body, an empty file and a file without the behavior do no harm", async () => {
  expect(
    await cellsOf({
      "harbour/ops.go": OPERATIONS,
      "harbour/asm.go": "func (h *Harbour) fast(ferry *Ferry)\n",
      "harbour/empty.go": "package harbour\n",
      "harbour/other.go": "type Ferry struct{ Signal Signal }\n\nvar fleet []*Ferry\n",
    }),
  ).toEqual({});
});

it("generic functions, methods of generic types and their calls are read", async () => {
  expect(
    await cellsOf({
      "harbour/ops.go": `
func (h *Harbour[F]) ReturnBerth(ferry F) { delete(h.Plan, "berth") }
func leave[F any](h *Harbour[F], ferry F) { h.ReturnBerth(ferry) }
`,
      "harbour/watch.go": `
func watch(h *Harbour[*Ferry], ferry *Ferry) {
	if ferry.Signal == FerryDeparted {
		leave[*Ferry](h, ferry)
	}
	if ferry.Signal == FerrySunk {
		leave(h, ferry)
	}
}
`,
    }),
  ).toEqual({ departed: "Return", sunk: "Return" });
});
