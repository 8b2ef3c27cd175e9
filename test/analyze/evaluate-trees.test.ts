import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TreeEvaluator } from "../../src/analyze/evaluate-trees.js";
import { KeptBlobs } from "../../src/analyze/kept-blobs.js";
import { sourceFilter } from "../../src/analyze/source-filter.js";
import type { Tree } from "../../src/analyze/tree.js";
import { FactTable, type RefBehavior } from "../../src/behavior/index.js";
import { openRepository } from "../../src/git/index.js";
import { goFrontEnd } from "../../src/languages/index.js";
import { findPack, type Pack } from "../../src/rules/index.js";
import { buildStory } from "../../src/stories/index.js";

const scratch = mkdtempSync(join(tmpdir(), "volteface-trees-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let pack: Pack;
let trees: readonly Tree[];
let kept: KeptBlobs;

/** Every commit of the story, with all declarations of its sources; and the same with what makes no difference to most of them. */
beforeAll(async () => {
  pack = await findPack("kube-ovn/live-migration");
  const { directory, commits } = await buildStory("kube-ovn-migration", join(scratch, "story"));
  const repository = await openRepository(directory);
  try {
    const accept = sourceFilter(pack.sources, goFrontEnd);
    trees = (await repository.snapshots(Object.values(commits), accept)).map(({ entries }) => entries);
    kept = new KeptBlobs(goFrontEnd, new FactTable(goFrontEnd), false);
    const blobs = new Set(trees.flat().map(({ blob }) => blob));
    await repository.readBlobs(blobs, (blob, content) => {
      if (content === null) return;
      keep(blob, content.toString());
      keep(`${blob} further down`, further(content.toString()));
      keep(`${blob} with twins`, content.toString() + TWINS);
    });
    trees = trees.flatMap((tree) => [
      tree,
      tree.map((entry) => ({ ...entry, blob: `${entry.blob} further down` })),
      tree.map((entry) => ({ ...entry, blob: `${entry.blob} with twins` })),
    ]);
  } finally {
    await repository.close();
  }
});

function keep(blob: string, text: string): void {
  const content = Buffer.from(text);
  kept.look(blob, content, () => [...content.keys()]);
}

/** The same functions on other lines, in a file that imports more. */
function further(text: string): string {
  return text.replace(/^package .*$/m, '$&\n\n// A remark.\nimport another "example.org/other/another"\n');
}

/** Two functions of one text in one file, as Go allows them. https://go.dev/ref/spec#Package_initialization */
const TWINS = `
func init() {
	port.Options["requested-chassis"] = "twin"
}

func init() {
	port.Options["requested-chassis"] = "twin"
}
`;

/** What is wanted has no order. */
function comparable(behaviors: readonly RefBehavior[]) {
  return behaviors.map(({ wanted, ...rest }) => ({
    ...rest,
    wanted: wanted.map(({ name, within }) => `${name} within ${within}`).sort(),
  }));
}

function evaluate(evaluator: TreeEvaluator, those: readonly Tree[]) {
  return comparable(evaluator.evaluate(those).behaviors);
}

it("tells of a tree among others, in any order, what it tells of the tree alone", () => {
  const fresh = () => new TreeEvaluator(pack, kept, goFrontEnd, "blobs");
  const alone = new Map(trees.map((tree) => [tree, evaluate(fresh(), [tree])[0]]));
  expect(new Set([...alone.values()].map((each) => JSON.stringify(each))).size).toBeGreaterThan(8);
  fc.assert(
    fc.property(fc.shuffledSubarray([...trees], { minLength: 2, maxLength: 12 }), (some) => {
      expect(evaluate(fresh(), some)).toEqual(some.map((tree) => alone.get(tree)));
    }),
    { numRuns: 10 },
  );
});

it("tells twins apart by their lines", () => {
  const [, , withTwins] = trees;
  const [behavior] = evaluate(
    new TreeEvaluator(pack, kept, goFrontEnd, "blobs"),
    withTwins === undefined ? [] : [withTwins],
  );
  const places = behavior?.writers
    .filter((each) => each.function === "init")
    .map(({ file, line }) => `${file}:${line}`);
  expect(places?.length).toBeGreaterThan(1);
  expect(new Set(places).size).toBe(places?.length);
});
