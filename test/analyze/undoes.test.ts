import { expect, test } from "vitest";
import { undoes } from "../../src/analyze/index.js";
import { Scratch, type TinyRepository } from "../git/tiny-repository.js";
import { OPTIONS, OPTIONS_FILE, WATCHER_FILE, watcher } from "./trace/moving-world.js";

/** Cleaned since #2, in words that no later commit repeats. */
function cleaning(scratch: Scratch): TinyRepository {
  const kube = scratch.repository();
  kube.commit("Introduce moves (#1)", { [OPTIONS_FILE]: OPTIONS, [WATCHER_FILE]: watcher("Reset") });
  kube.commit("Clean after a move (#2)", { [WATCHER_FILE]: watcher("Clean") });
  return kube;
}

/** The same as another watcher does, with not one line alike. */
function reworded(operation: "Reset" | "Clean"): string {
  return watcher(operation)
    .replaceAll("\tto := move.Status.MigrationState.TargetNode", "\ttarget := move.Status.MigrationState.TargetNode")
    .replaceAll("(port, to)", "(port, target)")
    .replaceAll("port", "name");
}

/** What the cells say of each change: the pull requests whose behavior it takes back. */
async function byBehavior({ directory }: TinyRepository, ...changes: string[]): Promise<(number | null)[][]> {
  const request = { directory, changes, rules: ["kube-ovn/live-migration"], all: false, cache: false };
  const { undoes: found } = await undoes(request, () => {});
  return found.answers.map(({ undone }) =>
    undone.filter(({ by }) => by === "behavior").map(({ pullRequest }) => pullRequest),
  );
}

test("a commit, a range and a branch are each one change, and cells decide whatever the words", async () => {
  using scratch = new Scratch();
  const kube = cleaning(scratch);
  kube.git("checkout", "--quiet", "-b", "topic");
  kube.commit("Words", { "README.md": "moves" });
  kube.commit("Say it otherwise", { [WATCHER_FILE]: reworded("Clean") });
  kube.commit("A target is set", { [WATCHER_FILE]: reworded("Reset") });
  kube.commit("More words", { "README.md": "many moves" });
  const commits = ["topic~3", "topic~2", "topic~1", "topic"];
  expect(await byBehavior(kube, ...commits)).toEqual([[], [], [2], []]);
  // The second range begins before #2: it takes back nothing but its own.
  expect(await byBehavior(kube, "main..topic", "main~1..topic")).toEqual([[2], []]);
});

test("a change on another line undoes what its own line holds, and nothing else", async () => {
  using scratch = new Scratch();
  const kube = cleaning(scratch);
  kube.git("checkout", "--quiet", "-b", "release-1.0", "main~1");
  kube.commit("Here too (#2)", { [WATCHER_FILE]: watcher("Clean") });
  kube.commit("Not here (#5)", { [WATCHER_FILE]: watcher("Reset") });
  kube.commit("Unreadable (#6)", { [WATCHER_FILE]: watcher("Clean").replace("{", "<<<<<<<") });
  const [undone, unreadable] = await byBehavior(kube, "release-1.0~1", "release-1.0");
  expect([undone, unreadable]).toEqual([[2], []]);
});
