import { expect, it } from "vitest";
import { doesSomething } from "../../src/analyze/evaluate-trees.js";
import { behaviorOf, OPERATIONS } from "../behavior/harbour.js";

const applies = async (sources: Readonly<Record<string, string>>) => doesSomething(await behaviorOf(sources));

it("a pack applies where its operations are, or somebody writes its keys", async () => {
  expect(await applies({ "harbour/ops.go": OPERATIONS })).toBe(true);
  expect(await applies({ "harbour/a.go": `func f(h *Harbour) { h.Plan["berth"] = "1" }` })).toBe(true);
});

it("a namesake of an operation that nobody here defines is no reason to", async () => {
  expect(await applies({ "stream/a.go": "func f(s Stream) { s.ReturnBerth(options) }" })).toBe(false);
});
