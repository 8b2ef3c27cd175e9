import { symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { openRepository, type PathFilter, type Repository } from "../../src/git/index.js";
import { Scratch, type TinyRepository } from "./tiny-repository.js";

const EVERYTHING: PathFilter = () => true;

async function withRepository<T>(kube: TinyRepository, use: (repository: Repository) => Promise<T>): Promise<T> {
  const repository = await openRepository(kube.directory);
  try {
    return await use(repository);
  } finally {
    await repository.close();
  }
}

function snapshots(kube: TinyRepository, commits: readonly string[], accept = EVERYTHING) {
  return withRepository(kube, (repository) => repository.snapshots(commits, accept));
}

/** What git itself lists, in its order. */
function listed(kube: TinyRepository, commit: string) {
  return kube
    .git("ls-tree", "-r", commit)
    .split("\n")
    .map((line) => {
      const [, blob = "", path = ""] = /^100\d+ blob (\w+)\t(.*)$/.exec(line) ?? [];
      return { path, blob };
    })
    .filter(({ path }) => path !== "");
}

test("a snapshot lists what git lists, in git's order, without symlinks and submodules", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const content = { "a.go": "a", "a/b.go": "b", "a-b/c.go": "c", "a/c/d.go": "d", "README.md": "kube", "ä/ö.go": "ü" };
  kube.commit("first", content);
  symlinkSync("a.go", `${kube.directory}/link.go`);
  kube.git("add", "link.go");
  kube.git("update-index", "--add", "--cacheinfo", `160000,${kube.idOf("HEAD")},third_party/kubevirt`);
  kube.git("update-index", "--chmod=+x", "a.go");
  const commit = kube.commitIndex("second");
  kube.git("config", "core.quotePath", "false");
  expect(await snapshots(kube, [commit])).toEqual([{ commit, entries: listed(kube, commit), problems: [] }]);
  expect(listed(kube, commit).map(({ path }) => path)).toEqual([
    "README.md",
    "a-b/c.go",
    "a.go",
    "a/b.go",
    "a/c/d.go",
    "ä/ö.go",
  ]);
});

test("only accepted paths are listed, and a refused directory is not read", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const commit = kube.commit("first", {
    "pkg/a.go": "a",
    "pkg/a_test.go": "t",
    "vendor/x/y.go": "y",
    "docs/x.md": "x",
  });
  kube.lose(kube.idOf("HEAD:vendor"));
  const asked: string[] = [];
  const [snapshot] = await snapshots(kube, [commit], (path) => {
    asked.push(path);
    return path.endsWith("/") ? path !== "vendor/" : path.endsWith(".go") && !path.endsWith("_test.go");
  });
  expect(snapshot).toEqual({ commit, entries: [{ path: "pkg/a.go", blob: kube.idOf("HEAD:pkg/a.go") }], problems: [] });
  expect(asked.sort()).toEqual(["docs/", "docs/x.md", "pkg/", "pkg/a.go", "pkg/a_test.go", "vendor/"]);
});

test("what commits share is filtered once, and is the same in memory", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const first = kube.commit("first", { "pkg/a.go": "a", "pkg/b.go": "b", "go.mod": "1" });
  const second = kube.commit("second", { "go.mod": "2" });
  const third = kube.commit("third", { "pkg/b.go": "B" });
  const asked: string[] = [];
  const [one, two, three, again] = await snapshots(kube, [first, second, third, first], (path) => {
    asked.push(path);
    return true;
  });
  const paths = ["go.mod", "pkg/a.go", "pkg/b.go"];
  expect([one, two, three, again].map((snapshot) => snapshot?.entries.map(({ path }) => path))).toEqual([
    paths,
    paths,
    paths,
    paths,
  ]);
  expect([one, two, three].map((snapshot) => snapshot?.entries)).toEqual([
    listed(kube, first),
    listed(kube, second),
    listed(kube, third),
  ]);
  expect(two?.entries[1]).toBe(one?.entries[1]);
  expect(again).toEqual(one);
  // pkg/a.go in two versions of pkg/, go.mod in three of the root.
  expect(asked.sort()).toEqual([
    "go.mod",
    "go.mod",
    "go.mod",
    "pkg/",
    "pkg/",
    "pkg/",
    "pkg/a.go",
    "pkg/a.go",
    "pkg/b.go",
    "pkg/b.go",
  ]);
});

test("one tree at two paths is filtered by each path", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const commit = kube.commit("first", { "one/x/a.go": "a", "two/x/a.go": "a" });
  const [snapshot] = await snapshots(kube, [commit], (path) => path !== "two/x/a.go");
  expect(snapshot?.entries.map(({ path }) => path)).toEqual(["one/x/a.go"]);
});

test("file names keep line feeds, tabs and quotes; bytes that are not UTF-8 show as \\xNN", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const blob = kube.blob("x");
  const names = [
    "line\nfeed.go",
    "tab\there.go",
    'quo"te.go',
    "back\\slash.go",
    " space .go",
    "-dash.go",
    "日本.go",
    "\ufeffmark.go",
  ];
  const bytes = [
    ...names.map((name) => Buffer.from(name)),
    Buffer.from("latin\xe9.go", "latin1"),
    Buffer.from([0xe6, 0x97, 0x2e, 0xff]),
    Buffer.from([0xed, 0xa0, 0x80]),
  ];
  const tree = kube.gitReading(
    Buffer.concat(bytes.map((name) => Buffer.concat([Buffer.from(`100644 blob ${blob}\t`), name, Buffer.from([0])]))),
    "mktree",
    "-z",
  );
  const commit = kube.git("commit-tree", "-m", "names", tree);
  const [snapshot] = await snapshots(kube, [commit]);
  expect(snapshot?.entries.map(({ path }) => path).sort()).toEqual(
    [...names, "latin\\xe9.go", "\\xe6\\x97.\\xff", "\\xed\\xa0\\x80"].sort(),
  );
});

test("a lost tree is a problem of the snapshots that hold it, and of no other", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const first = kube.commit("first", { "pkg/sub/a.go": "a", "go.mod": "1" });
  const second = kube.commit("second", { "pkg/sub/a.go": "A" });
  const tree = kube.idOf(`${first}:pkg/sub`);
  kube.lose(tree);
  expect(await snapshots(kube, [first, second])).toEqual([
    {
      commit: first,
      entries: [{ path: "go.mod", blob: kube.idOf(`${second}:go.mod`) }],
      problems: [`pkg/sub/ cannot be listed: tree ${tree} is missing`],
    },
    { commit: second, entries: listed(kube, second), problems: [] },
  ]);
});

test("a lost root tree and a lost commit are problems too", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const first = kube.commit("first", { "go.mod": "1" });
  const second = kube.commit("second", { "go.mod": "2" });
  const tree = kube.idOf(`${first}^{tree}`);
  kube.lose(tree);
  kube.lose(second);
  expect(await snapshots(kube, [first, second])).toEqual([
    { commit: first, entries: [], problems: [`the root directory cannot be listed: tree ${tree} is missing`] },
    { commit: second, entries: [], problems: [`commit ${second} is not in this clone`] },
  ]);
});

test("a clone without trees tells so", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const commit = kube.commit("first", { "go.mod": "1" });
  const clone = scratch.clone(kube, "clone", "--filter=tree:0", "--no-checkout");
  const tree = kube.idOf("HEAD^{tree}");
  expect(await snapshots(clone, [commit])).toEqual([
    { commit, entries: [], problems: [`the root directory cannot be listed: tree ${tree} is missing`] },
  ]);
});

test("no commits, and a commit without files", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const commit = kube.commitIndex("nothing");
  expect(await snapshots(kube, [])).toEqual([]);
  expect(await snapshots(kube, [commit])).toEqual([{ commit, entries: [], problems: [] }]);
});
