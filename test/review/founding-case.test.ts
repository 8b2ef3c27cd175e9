import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scanRefs } from "../../src/analyze/scan-refs.js";
import { evaluatedRefs } from "../../src/analyze/view-ref.js";
import { openRepository } from "../../src/git/index.js";
import { findStanding } from "../../src/review/index.js";
import { buildStory } from "../../src/stories/index.js";

const REFS = [
  "release-1.12-mc",
  "release-1.12",
  "release-1.13",
  "release-1.14",
  "release-1.15",
  "release-1.16",
  "master",
];

describe("the founding case", () => {
  let scratch: string;
  const found = new Map<string, string[]>();
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "volteface-standing-"));
    const { directory } = await buildStory("kube-ovn-migration", scratch);
    const repository = await openRepository(directory);
    const refs = await repository.resolve([...REFS, "fix-migration"]);
    const rules = ["kube-ovn/live-migration"];
    const [scanned] = await scanRefs({ rules, cache: false }, refs, repository, () => {});
    const [behaviors] = scanned?.result.packs ?? [];
    if (scanned === undefined || behaviors === undefined) throw new Error("the story is read by its pack");
    const evaluated = evaluatedRefs(refs, scanned, behaviors.behaviors);
    for (const here of evaluated) {
      const standing = findStanding({ pack: behaviors.pack, here, others: evaluated }, []);
      found.set(
        here.view.ref,
        standing.map(({ severity, facts }) => `${severity} ${facts.rule}`),
      );
    }
    await repository.close();
  });
  afterAll(() => rm(scratch, { recursive: true }));

  it("leaves one option behind on the branches whose Clean deletes the other only", () => {
    const half = ["warning asymmetry", "warning guarded-cleanup", "notice unowned-cleanup"];
    expect(found.get("release-1.12-mc")).toEqual(half);
    expect(found.get("release-1.12")).toEqual(half);
    expect(found.get("release-1.13")).toEqual(["warning early-return-before-cleanup", ...half]);
  });

  it("has latent matters only where Clean deletes both", () => {
    for (const ref of ["release-1.14", "release-1.15", "release-1.16", "master"])
      expect(found.get(ref)).toEqual(["notice unowned-cleanup", "notice guarded-cleanup", "notice guarded-cleanup"]);
  });

  it("tells what nobody calls any more where everything ends with Clean", () => {
    expect(found.get("fix-migration")).toContain("notice unused-operation");
  });
});
