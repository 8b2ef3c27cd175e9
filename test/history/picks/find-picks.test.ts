import { expect, test } from "vitest";
import { openRepository } from "../../../src/git/index.js";
import type { Pick } from "../../../src/history/picks/answer.js";
import { findPicks, type PicksQuestion } from "../../../src/history/picks/find-picks.js";
import { Scratch, type TinyRepository } from "../../git/tiny-repository.js";
import { FIXED_PORT, PORT, replace, text } from "../lines/port-world.js";

const FIX = "fix: requested chassis after a migration (#12)";
const COUNT = [
  "package ports",
  "",
  "var finishedMigrations = newCounter()",
  "",
  "func CountPorts() int { return len(allPorts) }",
  "",
];

async function picks(
  world: TinyRepository,
  change: string,
  refs: readonly string[],
  behavior?: PicksQuestion["behavior"],
): Promise<Record<string, Pick>> {
  const repository = await openRepository(world.directory);
  try {
    const [from] = await repository.resolve(["main"]);
    if (from === undefined) throw new Error("no main");
    const question = { from, changes: [world.idOf(change)], refs: await repository.resolve(refs) };
    const { changes } = await findPicks(repository, behavior === undefined ? question : { ...question, behavior });
    return { ...changes[0]?.on };
  } finally {
    await repository.close();
  }
}

/** Status, commit's subject and witnesses on a branch called release. */
async function onRelease(world: TinyRepository, change: string): Promise<string> {
  const { release } = await picks(world, change, ["release"]);
  const subject = release?.commit ? ` by ${world.git("show", "--no-patch", "--format=%s", release.commit)}` : "";
  return `${release?.status}${subject} (${release?.witnesses.join(", ")})`;
}

/** Main with the fix, and a release branch that forked before it; the release branch is checked out. */
function forked(scratch: Scratch): TinyRepository {
  const world = scratch.repository();
  world.commit("Introduce ports (#1)", {
    "port.go": text(PORT),
    "switch.go": text(["package ports", "var allSwitches []Switch", ""]),
  });
  world.git("branch", "release");
  world.commit("Count ports (#11)", { "count.go": text(COUNT) });
  world.commit(FIX, { "port.go": text(FIXED_PORT) });
  world.git("tag", "fix");
  world.git("checkout", "--quiet", "release");
  return world;
}

test("a ref that forked after the change has it as an ancestor, one that forked before it misses it", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  world.git("branch", "later", "main");
  const on = await picks(world, "fix", ["later", "release"]);
  const unseen = { commit: null, revertedBy: null };
  expect(on).toEqual({
    later: { ...unseen, status: "present", witnesses: ["ancestor"], contained: 1 },
    release: { ...unseen, status: "missing", witnesses: [], contained: 0 },
  });
});

test("each witness speaks alone: a trailer, a number, the patch, the lines", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  const base = world.idOf("release");
  const adapted = replace(FIXED_PORT, '\tdefer metrics.CountFinishedMigration(port.Name, "finished")', [
    "\tdefer metrics.CountOnly(port.Name)",
  ]);
  const told: string[] = [];
  for (const [message, lines] of [
    [`Ports follow\n\n(cherry picked from commit ${world.idOf("fix")})\n`, adapted],
    ["Ports follow (#12) (#90)", adapted],
    ["Ports follow", FIXED_PORT],
    ["Ports follow", adapted],
  ] as const) {
    world.git("reset", "--quiet", "--hard", base);
    world.commit(message, { "port.go": text(lines) });
    told.push(await onRelease(world, "fix"));
  }
  expect(told).toEqual([
    "present by Ports follow (trailer, similarity)",
    "present by Ports follow (#12) (#90) (number, similarity)",
    "present by Ports follow (patch-id, similarity)",
    "present by Ports follow (similarity)",
  ]);
});

test("a trailer may name another branch's pick, or the merge that brought the change", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  const rewritten = replace(PORT, "\tchassis := port.SourceChassis", ["\tchassis := newestChassisOf(port)"]);
  world.git("checkout", "--quiet", "-b", "other", "release");
  const pick = world.commit(`Follow\n\n(cherry picked from commit ${world.idOf("fix")})\n`, {
    "port.go": text(FIXED_PORT),
  });
  world.git("checkout", "--quiet", "release");
  world.commit(`Newest chassis\n\n(cherry picked from commit ${pick})\n`, { "port.go": text(rewritten) });
  expect(await onRelease(world, "fix")).toBe("partial by Newest chassis (trailer)");

  world.git("checkout", "--quiet", "-b", "topic", "main");
  const topic = world.commit("Two switches", {
    "switch.go": text(["package ports", "var allSwitches = bothSwitchesOfTheNetwork()", ""]),
  });
  world.git("checkout", "--quiet", "main");
  world.git("merge", "--quiet", "--no-ff", "-m", "Merge pull request #40 from ada/topic", "topic");
  world.git("checkout", "--quiet", "release");
  world.commit(`Cherry-pick #40\n\n(cherry picked from commit ${world.idOf("main")})\n`, {
    "switch.go": text(["package ports", "var allSwitches = switchesOfBoth()", ""]),
  });
  expect(await onRelease(world, topic)).toBe("present by Cherry-pick #40 (trailer, number, similarity)");
  expect(await onRelease(world, "main")).toBe("present by Cherry-pick #40 (trailer, number, similarity)");
});

test("a foreign number alone is no witness, and a revert's quoted number is another's", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  world.commit("Bump an image (#12)", { "image.txt": "v2\n" });
  world.commit(`Revert "${FIX}" (#77)`, { "image.txt": "v3\n" });
  expect(await onRelease(world, "fix")).toBe("missing ()");
});

test("a commit that bundles several changes holds each of them", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  world.commit("Sync with main", {
    "port.go": text(FIXED_PORT),
    "count.go": text(COUNT),
    "more.go": text(COUNT.map((line) => line.replace("Port", "Switch"))),
  });
  expect(await onRelease(world, "fix")).toBe("present by Sync with main (similarity)");
});

test("reverted on the branch, by word or by deed, and picked again", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  world.git("cherry-pick", world.idOf("fix"));
  world.commit("Not on this branch", { "port.go": text(PORT) });
  const { release } = await picks(world, "fix", ["release"]);
  expect(release).toEqual({
    status: "reverted",
    commit: world.idOf("release~1"),
    witnesses: ["number", "patch-id", "similarity"],
    revertedBy: world.idOf("release"),
    contained: 1,
  });
  world.commit("Follow after all (#12)", { "port.go": text(FIXED_PORT) });
  expect(await onRelease(world, "fix")).toBe("present by Follow after all (#12) (number, patch-id, similarity)");
});

test("a change that came before the fork can be reverted on the branch", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  world.git("checkout", "--quiet", "-B", "release", "main");
  world.commit(`Revert "${FIX}"`, { "port.go": text(PORT) });
  const { release } = await picks(world, "fix", ["release"]);
  expect(release).toEqual({
    status: "reverted",
    commit: null,
    witnesses: ["ancestor"],
    revertedBy: world.idOf("release"),
    contained: null,
  });
});

test("what the change modifies may never have been there, or may be there already", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  world.commit("No ports here", { "port.go": null });
  expect(await onRelease(world, "fix")).toBe("not-applicable ()");
  world.git("checkout", "--quiet", "--orphan", "elsewhere");
  world.commit("Begin anew", { "pkg/port.go": text(FIXED_PORT), "switch.go": null });
  const { elsewhere } = await picks(world, "fix", ["elsewhere"]);
  expect(elsewhere?.status).toBe("present");
});

test("a merged change is present when the commits of one merge hold it between them", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  const switches = text([
    "package ports",
    "var allSwitches = bothSwitchesOfTheNetwork()",
    "var allRouters = routersOfTheNetwork()",
    "",
  ]);
  world.git("checkout", "--quiet", "-b", "topic", "release");
  world.commit("Follow", { "port.go": text(FIXED_PORT) });
  world.commit("Two switches", { "switch.go": switches });
  world.git("checkout", "--quiet", "main");
  world.commit("Bump", { "image.txt": "v2\n" });
  world.git("reset", "--quiet", "--hard", "fix~1");
  world.git("merge", "--quiet", "--no-ff", "-m", "Merge pull request #50 from ada/topic", "topic");
  const merge = world.idOf("main");
  world.git("checkout", "--quiet", "-b", "pick", "release");
  world.commit("first half", { "port.go": text(FIXED_PORT) });
  world.commit("second half", { "switch.go": switches });
  world.git("checkout", "--quiet", "release");
  world.git("merge", "--quiet", "--no-ff", "-m", "Merge pull request #51 from ada/pick", "pick");
  expect(await onRelease(world, merge)).toBe("present by Merge pull request #51 from ada/pick (similarity)");
});

test("behavior overrules the other witnesses", async () => {
  using scratch = new Scratch();
  const world = forked(scratch);
  const { release } = await picks(world, "fix", ["release"], (_, ref) => (ref === "release" ? "present" : null));
  expect(release).toEqual({ status: "present", commit: null, witnesses: ["behavior"], revertedBy: null, contained: 0 });
});
