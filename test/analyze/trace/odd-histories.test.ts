import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Scratch, type TinyRepository } from "../../git/tiny-repository.js";
import { OPTIONS, OPTIONS_FILE, outline, timelineOf, WATCHER_FILE, watcher } from "./moving-world.js";

/** Introduced with Reset, changed to Clean, and back. */
function changingItsMind(scratch: Scratch): TinyRepository {
  const kube = scratch.repository();
  kube.commit("Introduce moves (#1)", { [OPTIONS_FILE]: OPTIONS, [WATCHER_FILE]: watcher("Reset") });
  kube.commit("Clean after a move (#2)", { [WATCHER_FILE]: watcher("Clean") });
  kube.commit("Words", { "README.md": "moves" });
  kube.commit("Reset after a move (#3)", { [WATCHER_FILE]: watcher("Reset") });
  return kube;
}

const WHOLE = [
  "1 Introduce moves (#1): — to Reset",
  "2 Clean after a move (#2): Reset to Clean",
  "3 Reset after a move (#3): Clean to Reset",
];

test("a root commit is an event like others", async () => {
  using scratch = new Scratch();
  const timeline = await timelineOf(changingItsMind(scratch));
  expect(outline(timeline)).toEqual(WHOLE);
  expect(timeline.reach).toEqual({ mode: "seeded", commits: 4, shallowAt: null, problems: [] });
});

test("a shallow clone says how far it sees, and takes nothing for new at its end", async () => {
  using scratch = new Scratch();
  const kube = changingItsMind(scratch);
  const timeline = await timelineOf(scratch.clone(kube, "clone", "--depth=3"));
  expect(outline(timeline)).toEqual(["3 Reset after a move (#3): Clean to Reset"]);
  expect(timeline.reach).toEqual({ mode: "seeded", commits: 3, shallowAt: kube.idOf("HEAD~2"), problems: [] });
  expect(timeline.chains[0]?.steps.map(({ value }) => value)).toEqual(["Clean", "Reset"]);
});

test("today's sources that are missing are listed, since the behavior may be in them", async () => {
  using scratch = new Scratch();
  const kube = changingItsMind(scratch);
  const lost = kube.blob(`${watcher("Clean")}\n`);
  kube.commit("Lost (#4)", { [WATCHER_FILE]: `${watcher("Clean")}\n` });
  kube.lose(lost);
  const { reach } = await timelineOf(kube);
  expect(reach).toEqual({ mode: "seeded", commits: 5, shallowAt: null, problems: [`object ${lost} is missing`] });
});

test("a commit whose sources are missing says nothing, is listed, and the next one tells all", async () => {
  using scratch = new Scratch();
  const kube = changingItsMind(scratch);
  kube.commit("Clean once more (#4)", { [WATCHER_FILE]: watcher("Clean") });
  const lost = kube.blob(watcher("Clean").replace("Succeeded", "Failed"));
  kube.commit("Lost (#5)", { [WATCHER_FILE]: watcher("Clean").replace("Succeeded", "Failed") });
  kube.commit("Found (#6)", { [WATCHER_FILE]: `${watcher("Reset")}\n` });
  kube.lose(lost);
  const timeline = await timelineOf(kube);
  expect(outline(timeline)).toEqual([
    ...WHOLE,
    "4 Clean once more (#4): Reset to Clean",
    "6 Found (#6): Clean to Reset",
  ]);
  expect(timeline.reach.problems).toEqual([`object ${lost} is missing`]);
});

test("a source of many megabytes is listed, and not read", async () => {
  using scratch = new Scratch();
  const kube = changingItsMind(scratch);
  const large = `${watcher("Clean")}${"// moves\n".repeat(2_000_000)}`;
  kube.commit("Two million lines (#4)", { [WATCHER_FILE]: large });
  kube.commit("Without them (#5)", { [WATCHER_FILE]: watcher("Clean") });
  const timeline = await timelineOf(kube);
  expect(outline(timeline)).toEqual([...WHOLE, "5 Without them (#5): Reset to Clean"]);
  expect(timeline.reach.problems).toEqual([`object ${kube.blob(large)} is too large to read`]);
});

test("grafts and replacements, which other clones do not have, change nothing", async () => {
  using scratch = new Scratch();
  const kube = changingItsMind(scratch);
  const timeline = await timelineOf(kube);
  kube.git("replace", "HEAD~2", "HEAD~3");
  writeFileSync(`${kube.directory}/.git/info/grafts`, `${kube.idOf("HEAD")}\n`);
  expect(await timelineOf(kube)).toEqual(timeline);
});

test("a merge is the event, whatever its arms did, and however many there are", async () => {
  using scratch = new Scratch();
  const kube = changingItsMind(scratch);
  kube.git("checkout", "--quiet", "-b", "left");
  kube.commit("There (#40)", { [WATCHER_FILE]: watcher("Clean") });
  kube.commit("And back (#41)", { [WATCHER_FILE]: watcher("Reset") });
  kube.git("checkout", "--quiet", "-b", "right", "main");
  kube.commit("Clean on an arm (#42)", { [WATCHER_FILE]: watcher("Clean") });
  kube.git("checkout", "--quiet", "-b", "words", "main");
  kube.commit("Words on an arm", { "docs.md": "moves" });
  kube.git("checkout", "--quiet", "main");
  kube.git("merge", "--quiet", "--no-ff", "-m", "Merge pull request #41 from ada/left", "left");
  kube.git("merge", "--quiet", "--no-ff", "-m", "Merge right and words", "right", "words");
  expect(outline(await timelineOf(kube))).toEqual([...WHOLE, "- Merge right and words: Reset to Clean"]);
});

test("thousands of merges, thousands of refs and clocks that run backwards change no order", async () => {
  using scratch = new Scratch();
  const kube = changingItsMind(scratch);
  const commit = (ref: string, second: number, subject: string, parents: string): string =>
    `commit refs/heads/${ref}\ncommitter M <m@x> ${second} +0000\ndata ${subject.length}\n${subject}\n${parents}`;
  const change = (operation: "Reset" | "Clean"): string =>
    `M 100644 inline ${WATCHER_FILE}\ndata ${watcher(operation).length}\n${watcher(operation)}\n`;
  const storm = Array.from({ length: 1_000 }, (_, number) => {
    const second = 1_000 - number;
    const arm = commit("arm", second, `Arm ${number}`, number === 0 ? "from refs/heads/main\n" : "");
    const side = commit("side", second, `Merge arm ${number}`, number === 0 ? "from refs/heads/main\n" : "");
    return `${arm}${side}merge refs/heads/arm\n${number === 500 ? change("Clean") : ""}`;
  });
  kube.gitReading(
    `${storm.join("")}${commit("side", 9, "At last (#9)", "")}${change("Reset")}`,
    "fast-import",
    "--quiet",
  );
  const tip = kube.idOf("arm");
  const refs = Array.from({ length: 10_000 }, (_, number) => `create refs/heads/topic/${number} ${tip}\n`);
  kube.gitReading(refs.join(""), "update-ref", "--stdin");
  const timeline = await timelineOf(kube, { ref: "side" });
  expect(outline(timeline)).toEqual([...WHOLE, "- Merge arm 500: Reset to Clean", "9 At last (#9): Clean to Reset"]);
  expect(timeline.reach.commits).toBe(1_005);
});

test("a ref that moves meanwhile is what it was when it was asked for", async () => {
  using scratch = new Scratch();
  const kube = changingItsMind(scratch);
  const move = (): unknown => kube.git("update-ref", "refs/heads/main", "main~1");
  let moved = 0;
  expect(outline(await timelineOf(kube, { ref: "main" }, () => (moved++ === 0 ? move() : undefined)))).toEqual(WHOLE);
  expect(kube.git("log", "-1", "--format=%s", "main")).toBe("Words");
});

test("subjects have no, two or foreign numbers, and any encoding", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  kube.commit("Introduce moves, see kubevirt/kubevirt#77", {
    [OPTIONS_FILE]: OPTIONS,
    [WATCHER_FILE]: watcher("Reset"),
  });
  kube.commit("Clean after a move (#2) (#3)", { [WATCHER_FILE]: watcher("Clean") });
  kube.commit("Later", { [WATCHER_FILE]: watcher("Reset") });
  const raw = kube.git("cat-file", "commit", "HEAD").replace("Ada Port", "José").replace("Later", "D\xe9j\xe0 vu (#4)");
  const latin = Buffer.from(raw.replace("\n\n", "\nencoding ISO-8859-1\n\n"), "latin1");
  kube.git("reset", "--quiet", "--hard", kube.gitReading(latin, "hash-object", "-t", "commit", "-w", "--stdin"));
  const timeline = await timelineOf(kube);
  expect(outline(timeline)).toEqual([
    "- Introduce moves, see kubevirt/kubevirt#77: — to Reset",
    "3 Clean after a move (#2) (#3): Reset to Clean",
    "4 Déjà vu (#4): Clean to Reset",
  ]);
  expect(timeline.events.map(({ author, alsoNumbered }) => ({ author, alsoNumbered }))).toEqual([
    { author: "Ada Port", alsoNumbered: [] },
    { author: "Ada Port", alsoNumbered: [2] },
    { author: "José", alsoNumbered: [] },
  ]);
});
