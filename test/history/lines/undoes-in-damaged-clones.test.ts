import { expect, test } from "vitest";
import { Scratch } from "../../git/tiny-repository.js";
import { ask, FIXED_PORT, PORT, text } from "./port-world.js";

const FIX = "fix: requested chassis after a migration (#12)";

test("missing blobs end nothing: the files are left out and named", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  world.commit("Introduce ports", {
    "port.go": text(PORT),
    "list.go": text(["package ports", "var allPorts []Port", ""]),
  });
  const lost = world.commit("List ports", { "list.go": text(["package ports", "var allPorts = readPorts()", ""]) });
  world.commit("Empty the list", { "list.go": "package ports\n" });
  const fix = world.commit(FIX, { "port.go": text(FIXED_PORT) });
  world.commit("Simplify", { "port.go": text(PORT), "list.go": text(["package ports", "var allPorts []Port", ""]) });
  const after = world.idOf("HEAD~2");
  world.lose(world.idOf(`${lost}:list.go`));
  const { answers, remarks } = await ask(world, ["HEAD"]);
  expect(answers[0]?.undone.map(({ commit, confidence }) => ({ commit, confidence }))).toEqual([
    { commit: fix, confidence: "high" },
  ]);
  expect(remarks).toEqual([
    { code: "file-unread", commit: lost, path: "list.go" },
    { code: "file-unread", commit: after, path: "list.go" },
  ]);
});

test("a partial clone is read as far as it goes, nothing is fetched, and what is at its remote is named", async () => {
  using scratch = new Scratch();
  const full = scratch.repository();
  const listed = (words: string) =>
    text(["package ports", `var allPorts = ${words}`, `// ${"all ports, ".repeat(200)}`]);
  full.commit("Introduce ports", { "port.go": text(PORT), "list.go": listed("none()") });
  full.commit("List ports", { "list.go": listed("read()") });
  const fix = full.commit(FIX, { "port.go": text(FIXED_PORT) });
  const change = full.commit("Simplify", { "port.go": text(PORT), "list.go": listed("none()") });
  const world = scratch.clone(full, "partial", "--filter=blob:limit=1k", "--no-checkout");
  const { answers, remarks } = await ask(world, ["HEAD"]);
  expect(answers[0]?.undone.map(({ commit, confidence }) => ({ commit, confidence }))).toEqual([
    { commit: fix, confidence: "high" },
  ]);
  expect(remarks).toEqual([{ code: "file-unread", commit: change, path: "list.go" }]);
});

test("where a shallow clone ends, nothing is taken for new, and it is said", async () => {
  using scratch = new Scratch();
  const full = scratch.repository();
  full.commit("Introduce ports", { "port.go": text(PORT) });
  const end = full.commit(FIX, { "port.go": text(FIXED_PORT) });
  const rename = full.commit("Say more (#13)", {
    "port.go": text(FIXED_PORT),
    "more.go": text(["package ports", "var morePorts = everyPort()", ""]),
  });
  full.commit("Simplify", { "port.go": text(PORT), "more.go": null });
  const world = scratch.clone(full, "shallow", "--depth=3");
  const { answers, remarks } = await ask(world, ["HEAD"], { all: true });
  expect(answers[0]?.undone.map(({ commit }) => commit)).toEqual([rename]);
  expect(remarks).toEqual([{ code: "history-ends", commits: [end] }]);
});

test("of a commit that changes tens of thousands of lines, the beginning counts, and it is said", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const many = Array.from({ length: 25_000 }, (_, at) => `var generatedPort${at} = openPort(${at})`);
  world.commit("Introduce ports", { "port.go": text(PORT) });
  const large = world.commit("Many ports", { "many.go": text(many) });
  const change = world.commit("No ports", { "many.go": "package ports\n" });
  const { answers, remarks } = await ask(world, ["HEAD"]);
  expect(
    answers[0]?.undone.map(({ commit, confidence, matchedLines }) => ({ commit, confidence, matchedLines })),
  ).toEqual([{ commit: large, confidence: "high", matchedLines: 20_000 }]);
  expect(remarks).toEqual([
    { code: "commit-too-large", commit: change },
    { code: "commit-too-large", commit: large },
  ]);
});

test("text that is not UTF-8 is compared byte by byte", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const latin = (word: string) =>
    Buffer.from(`// Verbindung ${word} und so weiter\nvar verbindungen = alleVerbindungen()\n`, "latin1");
  world.commit("Start", { "port.go": latin("öffnen") });
  world.commit("fix: close (#70)", { "port.go": latin("schließen") });
  world.commit("fix: hold (#71)", { "port.go": latin("schlüssig") });
  world.commit("Hold no more", { "port.go": latin("schließen") });
  const { answers } = await ask(world, ["HEAD"]);
  expect(
    answers[0]?.undone.map(({ pullRequest, lines }) => ({ pullRequest, texts: lines.map((line) => line.text) })),
  ).toEqual([
    { pullRequest: 71, texts: ["// Verbindung schließen und so weiter", "// Verbindung schlüssig und so weiter"] },
  ]);
});
