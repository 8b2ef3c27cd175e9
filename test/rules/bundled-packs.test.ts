import { expect, it } from "vitest";
import { evaluateExample, evaluateHazard } from "../../src/analyze/index.js";
import { goFrontEnd } from "../../src/languages/index.js";
import { checkHazards, checkPack, findPack, listBundledPacks, type Pack } from "../../src/rules/index.js";

const packs: readonly (readonly [string, Pack])[] = await Promise.all(
  (await listBundledPacks()).map(async ({ id }) => [id, await findPack(id)] as const),
);

it.each(packs)("%s has the id that its path says, and explains itself", (id, pack) => {
  expect(pack.id).toBe(id);
  expect(pack.title.length).toBeLessThan(60);
  expect(pack.description.split("\n\n").length).toBeGreaterThan(1);
});

it.each(packs)("%s shows in examples what it must see at every stage, and what it must not see", (_id, pack) => {
  const cells = pack.examples.flatMap((example) => Object.entries(example.cells));
  const seen = cells.filter(([, cell]) => cell !== "—").map(([stage]) => stage);
  expect([...new Set(seen)].sort()).toEqual([...pack.stages].sort());
  expect(pack.examples.some(({ cells: all }) => Object.values(all).every((cell) => cell === "—"))).toBe(true);
});

it.each(packs)("%s names each of its operations in an example", (_id, pack) => {
  const cells = pack.examples.flatMap((example) => Object.values(example.cells)).join(" ");
  for (const { name } of pack.operations) expect(cells).toContain(name);
});

it.each(packs)("%s has examples in Go that parses", (_id, pack) => {
  for (const { files } of pack.examples) {
    for (const [file, source] of Object.entries(files)) {
      const bytes = Buffer.from(source);
      const { problems, pieces } = goFrontEnd.cut(bytes);
      expect({ file, problems }).toEqual({ file, problems: [] });
      for (const { start, end } of pieces)
        expect(goFrontEnd.lower(bytes.subarray(start, end).toString())).toMatchObject({ ok: true });
    }
  }
});

it.each(packs)("%s sees in its examples what they say", async (_id, pack) => {
  const checked = await checkPack(pack, evaluateExample);
  expect(checked).toEqual(pack.examples.map(({ title }) => ({ title, mismatches: [] })));
});

it.each(packs)("%s finds its hazards where their examples say, and names the code they are about", (_id, pack) => {
  const wrong = checkHazards(pack, evaluateHazard).flatMap(({ id, matchesEverything, examples }) => [
    ...(matchesEverything ? [`${id} matches everything`] : []),
    ...examples.filter(({ matches }) => !matches).map(({ title, actual }) => `${id}: ${title}: ${actual?.join()}`),
  ]);
  expect(wrong).toEqual([]);
});

it("the two hazards of the founding analysis come along", () => {
  const hazards = packs.flatMap(([, pack]) => pack.hazards.map(({ id, severity }) => `${pack.id} ${id} ${severity}`));
  expect(hazards).toEqual([
    "kube-ovn/live-migration stale-migration-state warning",
    "kube-ovn/live-migration completed-skips-cleanup warning",
  ]);
});
