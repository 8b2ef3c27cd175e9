import { expect, it } from "vitest";
import { checkPack, type Evaluation, type Pack } from "../../src/rules/index.js";
import { loadPack } from "../../src/rules/load-pack.js";
import { HARBOUR, said } from "./harbour.js";

const pack = withExamples(`examples:
  - title: A ferry comes and goes
    files: { harbour/watch.go: package harbour }
    cells: { arrived: Assign, departed: Return }
  - title: A ferry that stays
    files: { harbour/stay.go: package harbour }
    cells: { departed: — }
    writers: [Steal, Borrow]
`);

function withExamples(examples: string): Pack {
  const source = HARBOUR.slice(0, HARBOUR.indexOf("examples:")) + examples;
  const loaded = loadPack("pack.yml", source);
  if (!loaded.ok) throw new Error(said(source));
  return loaded.pack;
}

const seeing = (evaluation: Evaluation) => async () => evaluation;

it("an example that sees what it expects has no mismatches; order and repetition of writers do not matter", async () => {
  const checked = await checkPack(pack, async (_pack, files) =>
    "harbour/watch.go" in files
      ? { cells: { arrived: "Assign", departed: "Return" }, writers: ["Unasked"] }
      : { cells: { arrived: "Assign" }, writers: ["Borrow", "Steal", "Borrow"] },
  );
  expect(checked).toEqual([
    { title: "A ferry comes and goes", mismatches: [] },
    { title: "A ferry that stays", mismatches: [] },
  ]);
});

it("what differs is told for every stage and for the writers", async () => {
  const checked = await checkPack(pack, seeing({ cells: { departed: "Assign → Return" }, writers: [] }));
  expect(checked).toEqual([
    {
      title: "A ferry comes and goes",
      mismatches: [
        { stage: "arrived", expected: "Assign", actual: "—" },
        { stage: "departed", expected: "Return", actual: "Assign → Return" },
      ],
    },
    {
      title: "A ferry that stays",
      mismatches: [
        { stage: "departed", expected: "—", actual: "Assign → Return" },
        { stage: null, expected: "Borrow, Steal", actual: "—" },
      ],
    },
  ]);
});
