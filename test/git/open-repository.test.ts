import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openRepository } from "../../src/git/index.js";
import { failureOf } from "./failure-of.js";
import { fakeGit, searchPath } from "./search-path.js";
import { Scratch, type TinyRepository } from "./tiny-repository.js";

const EVERYTHING = () => true;

/** What the layer sees of HEAD: paths and contents. */
async function readHead(directory: string): Promise<Record<string, string | null>> {
  const repository = await openRepository(directory);
  try {
    const [head] = await repository.resolve(["HEAD"]);
    const [snapshot] = await repository.snapshots([head?.commit ?? ""], EVERYTHING);
    const contents = new Map<string, string | null>();
    await repository.readBlobs(new Set(snapshot?.entries.map(({ blob }) => blob)), (blob, content, problem) =>
      contents.set(blob, content?.toString() ?? problem),
    );
    return Object.fromEntries(snapshot?.entries.map(({ path, blob }) => [path, contents.get(blob) ?? null]) ?? []);
  } finally {
    await repository.close();
  }
}

function smallWorld(scratch: Scratch): TinyRepository {
  const kube = scratch.repository();
  kube.commit("first", { "README.md": "kube\n", "pkg/port.go": "package pkg\n" });
  kube.commit("second", { "pkg/port.go": "package pkg\n\nvar Port = 1\n" });
  return kube;
}

const HEAD = { "README.md": "kube\n", "pkg/port.go": "package pkg\n\nvar Port = 1\n" };

test("an ordinary clone is found from its root, from a folder inside it, and from its git directory", async () => {
  using scratch = new Scratch();
  const { directory } = smallWorld(scratch);
  expect(await readHead(directory)).toEqual(HEAD);
  expect(await readHead(`${directory}/pkg`)).toEqual(HEAD);
  expect(await readHead(`${directory}/.git`)).toEqual(HEAD);
});

test.each([
  ["bare", ["--bare"]],
  ["mirror", ["--mirror"]],
  ["shallow", ["--depth=1"]],
  ["not checked out", ["--no-checkout"]],
])("a %s clone is read like an ordinary one", async (_kind, options) => {
  using scratch = new Scratch();
  const clone = scratch.clone(smallWorld(scratch), "clone", ...options);
  expect(await readHead(clone.directory)).toEqual(HEAD);
});

test("a repository may lie in a directory of any name", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository("my\nkube ");
  kube.commit("first", { "README.md": "kube\n" });
  expect(await readHead(kube.directory)).toEqual({ "README.md": "kube\n" });
});

test("a linked worktree is read at its own HEAD", async () => {
  using scratch = new Scratch();
  const kube = smallWorld(scratch);
  kube.git("worktree", "add", "--quiet", "-b", "fix", scratch.path("fix"), "HEAD~1");
  expect(await readHead(scratch.path("fix"))).toEqual({ "README.md": "kube\n", "pkg/port.go": "package pkg\n" });
});

test("a repository with SHA-256 ids is read", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository("kube", "--object-format=sha256");
  kube.commit("first", { "README.md": "kube\n", "pkg/port.go": "package pkg\n" });
  expect(await readHead(kube.directory)).toEqual({ "README.md": "kube\n", "pkg/port.go": "package pkg\n" });
});

test("a bare repository without a configuration file is read", async () => {
  using scratch = new Scratch();
  const clone = scratch.clone(smallWorld(scratch), "clone", "--bare");
  writeFileSync(`${clone.directory}/config`, "");
  expect(await readHead(clone.directory)).toEqual(HEAD);
});

test("a partial clone tells the blobs it left at its remote, in their place, and fetches none", async () => {
  using scratch = new Scratch();
  const kube = smallWorld(scratch);
  const clone = scratch.clone(kube, "clone", "--filter=blob:none", "--no-checkout");
  clone.git("cat-file", "blob", "HEAD:README.md"); // Brings this one.
  expect(await readHead(clone.directory)).toEqual({ "README.md": "kube\n", "pkg/port.go": "missing" });
  expect(await readHead(clone.directory)).toEqual({ "README.md": "kube\n", "pkg/port.go": "missing" });

  const ids = ["HEAD~1:pkg/port.go", "HEAD:README.md", "HEAD:pkg/port.go", "HEAD:README.md"].map((name) =>
    kube.idOf(name),
  );
  const repository = await openRepository(clone.directory);
  const seen: unknown[] = [];
  await repository.readBlobs(ids, (blob, content, problem) => seen.push([blob, content?.toString() ?? problem]));
  await repository.close();
  expect(seen).toEqual([
    [ids[0], "missing"],
    [ids[1], "kube\n"],
    [ids[2], "missing"],
    [ids[3], "kube\n"],
  ]);
});

test("what is not a directory is told as it was typed", async () => {
  using scratch = new Scratch();
  writeFileSync(scratch.path("file"), "");
  const directory = scratch.path("nowhere");
  expect(await failureOf(openRepository(directory))).toEqual({ code: "no-such-directory", fields: { directory } });
  expect(await failureOf(openRepository(scratch.path("file")))).toEqual({
    code: "no-such-directory",
    fields: { directory: scratch.path("file") },
  });
});

test("a directory outside of any repository is told", async () => {
  using scratch = new Scratch();
  mkdirSync(scratch.path("plain"));
  expect(await failureOf(openRepository(scratch.path("plain")))).toEqual({
    code: "not-a-repository",
    fields: { directory: scratch.path("plain") },
  });
});

test("a repository whose configuration cannot be read is told as damaged, with git's reason", async () => {
  using scratch = new Scratch();
  const { directory } = smallWorld(scratch);
  writeFileSync(`${directory}/.git/config`, "[core\n");
  expect(await failureOf(openRepository(directory))).toEqual({
    code: "repository-damaged",
    fields: { directory, detail: expect.stringMatching(/^bad config line 1 in file .*config$/) },
  });
});

test("a machine without git is told", async () => {
  using scratch = new Scratch();
  const { directory } = smallWorld(scratch);
  using _path = searchPath(scratch.path("no such folder"));
  expect(await failureOf(openRepository(directory))).toEqual({ code: "git-not-found", fields: {} });
});

test.each([
  ["git version 2.25.1", "2.25.1"],
  ["git version 1.8.3.1", "1.8.3.1"],
])("an old git is told: %s", async (words, version) => {
  using scratch = new Scratch();
  const { directory } = smallWorld(scratch);
  using _path = searchPath(
    fakeGit(scratch, `if [ "$1" = version ]; then echo '${words}'; else echo 'fatal: too old' >&2; exit 128; fi`),
  );
  expect(await failureOf(openRepository(directory))).toEqual({
    code: "git-too-old",
    fields: { version, minimum: "2.31" },
  });
});

test.each(["git version 2.31.0", "git version 2.39.5 (Apple Git-154)", "git version 3.0.0.windows.1"])(
  "%s is new enough",
  async (words) => {
    using scratch = new Scratch();
    const { directory } = smallWorld(scratch);
    using _path = searchPath(fakeGit(scratch, `if [ "$1" = version ]; then echo '${words}'; else REAL "$@"; fi`));
    expect(await readHead(directory)).toEqual(HEAD);
  },
);
