import { symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type HistoryCommit, type HistoryOptions, openRepository } from "../../src/git/index.js";
import { CAN_LIST_CHILDREN, childrenOf } from "./children.js";
import { failureOf } from "./failure-of.js";
import { minute, Scratch, type TinyRepository } from "./tiny-repository.js";

async function history(kube: TinyRepository, from = "HEAD", options: HistoryOptions = {}): Promise<HistoryCommit[]> {
  const repository = await openRepository(kube.directory);
  try {
    const commits: HistoryCommit[] = [];
    for await (const commit of repository.history(kube.idOf(from), options)) commits.push(commit);
    return commits;
  } finally {
    await repository.close();
  }
}

/** A commit in one line: subject, then its changes. */
function outline(commits: readonly HistoryCommit[]): string[] {
  return commits.map(({ subject, changes }) =>
    [subject, ...changes.map(({ status, path }) => `${status} ${path}`)].join(" | "),
  );
}

test("commits come newest first, with all they say and the blobs they changed", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const first = kube.commit("Introduce ports (#3767)\n\nThey migrate.\n\nRefs: #1\n", {
    "port.go": "1",
    "old.go": "same",
  });
  const second = kube.commit("A subject\non two lines", { "port.go": "2", "old.go": null, "new.go": "same" });
  const third = kube.commit("");
  const blob = (content: string) => kube.blob(content);
  const person = { author: "Ada Port", shallow: false };
  expect(await history(kube)).toEqual([
    {
      ...person,
      commit: third,
      parents: [second],
      authorDate: minute(2),
      committerDate: minute(2),
      subject: "",
      body: "",
      changes: [],
    },
    {
      ...person,
      commit: second,
      parents: [first],
      authorDate: minute(1),
      committerDate: minute(1),
      subject: "A subject on two lines",
      body: "",
      changes: [
        { path: "new.go", before: null, after: blob("same"), status: "added" },
        { path: "old.go", before: blob("same"), after: null, status: "deleted" },
        { path: "port.go", before: blob("1"), after: blob("2"), status: "modified" },
      ],
    },
    {
      ...person,
      commit: first,
      parents: [],
      authorDate: minute(0),
      committerDate: minute(0),
      subject: "Introduce ports (#3767)",
      body: "They migrate.\n\nRefs: #1",
      changes: [
        { path: "old.go", before: null, after: blob("same"), status: "added" },
        { path: "port.go", before: null, after: blob("1"), status: "added" },
      ],
    },
  ]);
});

/** main: base, merge of `left` and `right` (an octopus), with one file that no parent has like this. */
function octopus(scratch: Scratch): TinyRepository {
  const kube = scratch.repository();
  kube.commit("base", { "base.go": "0", "both.go": "0" });
  for (const side of ["left", "right"]) {
    kube.git("checkout", "--quiet", "-b", side, "main");
    kube.commit(`${side} 1`, { [`${side}.go`]: "1" });
    kube.commit(`${side} 2`, { [`${side}.go`]: "2" });
  }
  kube.git("checkout", "--quiet", "main");
  kube.commit("meanwhile", { "main.go": "1" });
  kube.git("merge", "--quiet", "--no-ff", "--no-commit", "left", "right");
  writeFileSync(`${kube.directory}/both.go`, "merged");
  kube.git("add", "both.go");
  kube.commitIndex("Merge left and right");
  kube.commit("after", { "main.go": "2" });
  return kube;
}

test("a merge is what it brought to its first parent", async () => {
  using scratch = new Scratch();
  const kube = octopus(scratch);
  const commits = await history(kube);
  expect(outline(commits)).toEqual([
    "after | modified main.go",
    "Merge left and right | modified both.go | added left.go | added right.go",
    "meanwhile | added main.go",
    "base | added base.go | added both.go",
  ]);
  expect(commits[1]?.parents).toEqual(["HEAD~2", "left", "right"].map((name) => kube.idOf(name)));
});

test("with all parents followed, a merge lists only what none of them has", async () => {
  using scratch = new Scratch();
  const kube = octopus(scratch);
  const commits = await history(kube, "HEAD", { firstParent: false });
  expect(outline(commits).sort()).toEqual([
    "Merge left and right | modified both.go",
    "after | modified main.go",
    "base | added base.go | added both.go",
    "left 1 | added left.go",
    "left 2 | modified left.go",
    "meanwhile | added main.go",
    "right 1 | added right.go",
    "right 2 | modified right.go",
  ]);
  expect(commits.find(({ subject }) => subject.startsWith("Merge"))?.changes).toEqual([
    { path: "both.go", before: kube.blob("0"), after: kube.blob("merged"), status: "modified" },
  ]);
});

test("merges without changes of their own do not confuse their neighbours", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  kube.commit("base", { "base.go": "0" });
  for (const side of ["left", "right"]) {
    kube.git("checkout", "--quiet", "-b", side);
    kube.commit(`${side} 1`, { [`${side}.go`]: "1" });
    kube.git("checkout", "--quiet", "main");
    kube.git("merge", "--quiet", "--no-ff", "-m", `Merge ${side}`, side);
  }
  expect(outline(await history(kube, "HEAD", { firstParent: false }))).toEqual([
    "Merge right",
    "right 1 | added right.go",
    "Merge left",
    "left 1 | added left.go",
    "base | added base.go",
  ]);
});

test("history stops before `until`, and can be limited to paths taken literally", async () => {
  using scratch = new Scratch();
  const kube = octopus(scratch);
  expect(outline(await history(kube, "HEAD", { until: kube.idOf("HEAD~2") }))).toEqual([
    "after | modified main.go",
    "Merge left and right | modified both.go | added left.go | added right.go",
  ]);
  expect(outline(await history(kube, "HEAD", { paths: ["main.go", "left.go"] }))).toEqual([
    "after | modified main.go",
    "Merge left and right | added left.go",
    "meanwhile | added main.go",
  ]);
  expect(await history(kube, "HEAD", { paths: ["*.go"] })).toEqual([]);
  expect(await history(kube, "HEAD", { paths: [":(exclude)main.go"] })).toEqual([]);
  expect(await history(kube, "HEAD", { until: kube.idOf("HEAD") })).toEqual([]);
});

test("paths that git cannot be asked for by lines are found, too", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  kube.commit("odd", { "two\nlines.go": "1", "plain.go": "1" });
  kube.commit("plain", { "plain.go": "2" });
  kube.commit("below", { "two\nlines/port.go": "1" });
  expect(outline(await history(kube, "HEAD", { paths: ["two\nlines.go", "two\nlines"] }))).toEqual([
    "below | added two\nlines/port.go",
    "odd | added two\nlines.go",
  ]);
});

test("what several histories have in common comes once", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  kube.commit("base", { "base.go": "0" });
  kube.git("checkout", "--quiet", "-b", "release");
  kube.commit("pick", { "release.go": "1" });
  kube.git("checkout", "--quiet", "main");
  kube.commit("next", { "main.go": "1" });
  const repository = await openRepository(kube.directory);
  const commits: HistoryCommit[] = [];
  const tips = ["main", "release"].map((name) => kube.idOf(name));
  for await (const commit of repository.history(tips)) commits.push(commit);
  expect(outline(commits)).toEqual(["next | added main.go", "pick | added release.go", "base | added base.go"]);
  const links = await repository.firstParents(tips);
  const base = kube.idOf("main~1");
  expect([...links]).toEqual([
    [kube.idOf("main"), { parent: base, subject: "next", shallow: false }],
    [kube.idOf("release"), { parent: base, subject: "pick", shallow: false }],
    [base, { parent: null, subject: "base", shallow: false }],
  ]);
  expect(await repository.firstParents([])).toEqual(new Map());
  await repository.close();
});

test("symlinks and submodules are no files; changes of mode are no changes", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  kube.commit("files", { "run.go": "x", "real.go": "y" });
  kube.git("update-index", "--chmod=+x", "run.go");
  kube.commitIndex("executable");
  kube.git("rm", "--quiet", "real.go");
  symlinkSync("run.go", `${kube.directory}/real.go`);
  kube.git("add", "real.go");
  kube.git("update-index", "--add", "--cacheinfo", `160000,${kube.idOf("HEAD")},kubevirt`);
  kube.commitIndex("no files");
  expect(outline(await history(kube))).toEqual([
    "no files | deleted real.go",
    "executable",
    "files | added real.go | added run.go",
  ]);
});

test("texts and paths in other encodings are decoded", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const tree = kube.gitReading(
    Buffer.concat([Buffer.from(`100644 blob ${kube.blob("x")}\t`), Buffer.from("a\n\t\xe9.go\0", "latin1")]),
    "mktree",
    "-z",
  );
  const raw = Buffer.from(
    `tree ${tree}\nauthor Jos\xe9 <j@x> 1761033600 +0200\ncommitter C <c@x> 1761033660 -0700\nencoding ISO-8859-1\n\nD\xe9j\xe0 vu\n\nfran\xe7ais\n`,
    "latin1",
  );
  const latin = kube.gitReading(raw, "hash-object", "-t", "commit", "-w", "--stdin");
  const expected = {
    commit: latin,
    parents: [],
    author: "José",
    authorDate: "2025-10-21T08:00:00Z",
    committerDate: "2025-10-21T08:01:00Z",
    subject: "Déjà vu",
    body: "français",
  };
  expect(await history(kube, latin)).toEqual([
    {
      ...expected,
      shallow: false,
      changes: [{ path: "a\n\t\\xe9.go", before: null, after: kube.blob("x"), status: "added" }],
    },
  ]);
  const repository = await openRepository(kube.directory);
  expect(await repository.commitMessages([latin])).toEqual([expected]);
  await repository.close();
});

test("missing blobs do not matter, a missing tree is told", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  kube.commit("first", { "pkg/port.go": "1" });
  kube.commit("second", { "pkg/port.go": "2" });
  kube.lose(kube.blob("1"));
  expect(outline(await history(kube))).toEqual(["second | modified pkg/port.go", "first | added pkg/port.go"]);
  const tree = kube.idOf("HEAD~1:pkg");
  kube.lose(tree);
  expect(await failureOf(history(kube))).toEqual({
    code: "repository-damaged",
    fields: { directory: `${kube.directory}/.git`, detail: expect.stringContaining(tree) },
  });
});

test("a partial clone has its whole history", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  kube.commit("first", { "pkg/port.go": "1" });
  kube.commit("second", { "pkg/port.go": "2" });
  const clone = scratch.clone(kube, "clone", "--filter=blob:none", "--no-checkout");
  expect(await history(clone)).toEqual(await history(kube));
});

test("where a shallow clone ends, parents and changes are unknown", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  for (const number of [1, 2, 3]) kube.commit(`commit ${number}`, { "port.go": `${number}` });
  const clone = scratch.clone(kube, "clone", "--depth=2");
  const commits = await history(clone);
  expect(
    commits.map(({ subject, shallow, parents, changes }) => ({ subject, shallow, parents, changes: changes.length })),
  ).toEqual([
    { subject: "commit 3", shallow: false, parents: [kube.idOf("HEAD~1")], changes: 1 },
    { subject: "commit 2", shallow: true, parents: [], changes: 0 },
  ]);
  clone.git("worktree", "add", "--quiet", "-b", "fix", scratch.path("fix"));
  const repository = await openRepository(scratch.path("fix"));
  const inWorktree: boolean[] = [];
  for await (const { shallow } of repository.history(kube.idOf("HEAD"))) inWorktree.push(shallow);
  const links = await repository.firstParents([kube.idOf("HEAD")]);
  await repository.close();
  expect(inWorktree).toEqual([false, true]);
  expect([...links.values()].map(({ parent, shallow }) => ({ parent, shallow }))).toEqual([
    { parent: kube.idOf("HEAD~1"), shallow: false },
    { parent: null, shallow: true },
  ]);
});

test("leaving the loop ends git", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const commits = Array.from(
    { length: 20_000 },
    (_, number) => `commit refs/heads/many\ncommitter M <m@x> ${number} +0000\ndata 100\n${"x".repeat(100)}\n`,
  );
  kube.gitReading(commits.join(""), "fast-import", "--quiet");
  const repository = await openRepository(kube.directory);
  let seen = 0;
  for await (const { commit } of repository.history(kube.idOf("many"))) {
    seen += commit.length > 0 ? 1 : 0;
    if (seen === 3) break;
  }
  expect(seen).toBe(3);
  if (CAN_LIST_CHILDREN)
    expect(childrenOf(process.pid).filter(({ command }) => command.startsWith("git log"))).toEqual([]);
  await repository.close();
});

test("closing the repository ends a history that is being read", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const commits = Array.from(
    { length: 20_000 },
    (_, number) => `commit refs/heads/many\ncommitter M <m@x> ${number} +0000\ndata 0\n\n`,
  );
  kube.gitReading(commits.join(""), "fast-import", "--quiet");
  const repository = await openRepository(kube.directory);
  const reading = (async () => {
    for await (const { commit } of repository.history(kube.idOf("many"))) if (commit !== "") await repository.close();
  })();
  expect(await failureOf(reading)).toEqual({ code: "interrupted", fields: {} });
  if (CAN_LIST_CHILDREN)
    expect(childrenOf(process.pid).filter(({ command }) => command.startsWith("git "))).toEqual([]);
});

test("an unknown commit is told", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  kube.commit("first", { "port.go": "1" });
  const repository = await openRepository(kube.directory);
  const nothing = "1".repeat(40);
  const reading = (async () => {
    for await (const commit of repository.history(nothing)) expect(commit).toBeUndefined();
  })();
  expect(await failureOf(reading)).toEqual({
    code: "repository-damaged",
    fields: { directory: repository.gitDirectory, detail: `bad object ${nothing}` },
  });
  await repository.close();
});
