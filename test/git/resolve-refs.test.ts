import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openRepository } from "../../src/git/index.js";
import { failureOf } from "./failure-of.js";
import { Scratch, type TinyRepository } from "./tiny-repository.js";

async function resolve(kube: TinyRepository, ...refs: string[]) {
  const repository = await openRepository(kube.directory);
  try {
    return await repository.resolve(refs);
  } finally {
    await repository.close();
  }
}

function threeCommits(scratch: Scratch): { kube: TinyRepository; ids: [string, string, string] } {
  const kube = scratch.repository();
  const ids = ["first", "second", "third"].map((message) => kube.commit(message, { "port.go": message }));
  return { kube, ids: ids as [string, string, string] };
}

test("every kind of name stands for its commit and comes back as typed", async () => {
  using scratch = new Scratch();
  const { kube, ids } = threeCommits(scratch);
  const [first, second, third] = ids;
  kube.git("branch", "release/1.2", second);
  kube.git("tag", "light", first);
  kube.git("tag", "-a", "-m", "annotated", "v1.0.0", second);
  kube.git("tag", "-a", "-m", "a tag of a tag", "twice", "v1.0.0");
  kube.git("update-ref", "refs/remotes/upstream/feature", first);
  kube.git("update-ref", "refs/pull/123/head", first);
  kube.git("update-ref", "refs/stash", first);
  const expected: Record<string, string> = {
    main: third,
    HEAD: third,
    "@": third,
    "release/1.2": second,
    "heads/release/1.2": second,
    "refs/heads/release/1.2": second,
    light: first,
    "v1.0.0": second,
    "tags/v1.0.0": second,
    twice: second,
    "upstream/feature": first,
    "#123": first,
    "#123^0": first,
    "refs/pull/123/head": first,
    stash: first,
    [first]: first,
    [second.toUpperCase()]: second,
    [third.slice(0, 10)]: third,
    "HEAD~1": second,
    "main^^": first,
    "v1.0.0^{}": second,
    "main~1^{commit}~1": first,
    "main@{0}": third,
    "HEAD^{/first}": first,
    ":/second": second,
  };
  const typed = Object.keys(expected).filter((ref) => !ref.startsWith(":"));
  expect(await resolve(kube, ...typed)).toEqual(typed.map((ref) => ({ ref, commit: expected[ref] })));
});

test("a name may be asked several times, and nothing may be asked", async () => {
  using scratch = new Scratch();
  const { kube, ids } = threeCommits(scratch);
  expect(await resolve(kube)).toEqual([]);
  expect(await resolve(kube, "main", "HEAD", "main")).toEqual(
    ["main", "HEAD", "main"].map((ref) => ({ ref, commit: ids[2] })),
  );
});

test("a branch wins over a tag of its name, and over an id that begins like it", async () => {
  using scratch = new Scratch();
  const { kube, ids } = threeCommits(scratch);
  kube.git("branch", "v2", ids[0]);
  kube.git("tag", "v2", ids[1]);
  const start = ids[2].slice(0, 8);
  kube.git("branch", start, ids[0]);
  expect(await resolve(kube, "v2", "v2~0", "tags/v2", start)).toEqual([
    { ref: "v2", commit: ids[0] },
    { ref: "v2~0", commit: ids[0] },
    { ref: "tags/v2", commit: ids[1] },
    { ref: start, commit: ids[0] },
  ]);
});

test("a branch that only one remote has is found by its short name", async () => {
  using scratch = new Scratch();
  const { kube, ids } = threeCommits(scratch);
  kube.git("branch", "release-1.2", ids[1]);
  const clone = scratch.clone(kube, "clone");
  clone.git("remote", "rename", "origin", "upstream");
  clone.git("update-ref", "refs/remotes/upstream/pr/7", ids[0]);
  expect(await resolve(clone, "release-1.2", "release-1.2~1", "upstream/release-1.2", "#7")).toEqual([
    { ref: "release-1.2", commit: ids[1] },
    { ref: "release-1.2~1", commit: ids[0] },
    { ref: "upstream/release-1.2", commit: ids[1] },
    { ref: "#7", commit: ids[0] },
  ]);
});

test("a branch that several remotes have must be named in full, unless they agree", async () => {
  using scratch = new Scratch();
  const { kube, ids } = threeCommits(scratch);
  kube.git("remote", "add", "origin", "https://example.com/fork.git");
  kube.git("remote", "add", "upstream", "https://example.com/kube.git");
  kube.git("update-ref", "refs/remotes/origin/next", ids[0]);
  kube.git("update-ref", "refs/remotes/upstream/next", ids[1]);
  kube.git("update-ref", "refs/remotes/origin/same", ids[1]);
  kube.git("update-ref", "refs/remotes/upstream/same", ids[1]);
  expect(await resolve(kube, "same")).toEqual([{ ref: "same", commit: ids[1] }]);
  expect(await failureOf(resolve(kube, "next"))).toEqual({
    code: "ambiguous-ref",
    fields: { ref: "next", candidates: "upstream/next, origin/next" },
  });
});

test("an unknown name comes with the nearest one", async () => {
  using scratch = new Scratch();
  const { kube } = threeCommits(scratch);
  kube.git("branch", "release-1.12");
  kube.git("update-ref", "refs/remotes/upstream/release-1.14", "HEAD");
  kube.git("tag", "v1.0.0");
  for (const [ref, nearest] of [
    ["maim", "main"],
    ["relese-1.12", "release-1.12"],
    ["Main", "main"],
    ["release-1.12~x", "release-1.12"],
    ["upstream/relase-1.14", "upstream/release-1.14"],
    ["v1.0.0^{tree", "v1.0.0"],
    ["main@{99}", "main"],
    ["main:port.go", "main"],
    ["refs/heads/mian", "main"],
  ]) {
    expect(await failureOf(resolve(kube, "main", ref ?? ""))).toEqual({
      code: "unknown-ref",
      fields: { ref, nearest },
    });
  }
  expect(await failureOf(resolve(kube, "something-else-entirely"))).toEqual({
    code: "unknown-ref-without-suggestion",
    fields: { ref: "something-else-entirely" },
  });
});

test("in a repository without commits every name is unknown", async () => {
  using scratch = new Scratch();
  expect(await failureOf(resolve(scratch.repository(), "HEAD"))).toEqual({
    code: "unknown-ref-without-suggestion",
    fields: { ref: "HEAD" },
  });
});

test("a pull request that was not fetched is told by its number", async () => {
  using scratch = new Scratch();
  const { kube } = threeCommits(scratch);
  expect(await failureOf(resolve(kube, "#123"))).toEqual({
    code: "unknown-pull-request",
    fields: { ref: "#123", number: 123 },
  });
});

test("a commit that this clone does not hold is told as such", async () => {
  using scratch = new Scratch();
  const { kube, ids } = threeCommits(scratch);
  const shallow = scratch.clone(kube, "shallow", "--depth=1");
  expect(await resolve(shallow, ids[2])).toEqual([{ ref: ids[2], commit: ids[2] }]);
  expect(await failureOf(resolve(shallow, ids[0]))).toEqual({ code: "unknown-commit", fields: { ref: ids[0] } });
  expect(await failureOf(resolve(shallow, ids[0].slice(0, 12)))).toEqual({
    code: "unknown-commit",
    fields: { ref: ids[0].slice(0, 12) },
  });
});

test("a ref that stands for a file, or for a commit that is lost, is told", async () => {
  using scratch = new Scratch();
  const { kube, ids } = threeCommits(scratch);
  kube.git("tag", "picture", kube.blob("not a commit"));
  kube.git("branch", "lost", ids[1]);
  kube.lose(ids[1]);
  expect(await failureOf(resolve(kube, "picture"))).toEqual({
    code: "ref-without-commit",
    fields: { ref: "picture", name: "refs/tags/picture" },
  });
  expect(await failureOf(resolve(kube, "lost"))).toEqual({
    code: "ref-without-commit",
    fields: { ref: "lost", name: "refs/heads/lost" },
  });
});

test.each([
  ["--output=/tmp/x", "--output=/tmp/x"],
  ["-n1", "-n1"],
  ["", ""],
  ["  ", "  "],
  ["main\nHEAD", "main\\nHEAD"],
  ["^main", "^main"],
  [":/first", ":/first"],
])("%j names no ref", async (ref, shown) => {
  using scratch = new Scratch();
  const { kube } = threeCommits(scratch);
  expect(await failureOf(resolve(kube, ref))).toEqual({ code: "invalid-ref", fields: { ref: shown } });
});

test("an abbreviation that several commits share is told", async () => {
  using scratch = new Scratch();
  const { kube } = threeCommits(scratch);
  // Of a thousand commits, some agree on four digits.
  const commits = Array.from(
    { length: 1_000 },
    (_, number) => `commit refs/heads/many\ncommitter M <m@x> ${number} +0000\ndata 0\n\n`,
  );
  kube.gitReading(commits.join(""), "fast-import", "--quiet");
  const ids = kube.git("rev-list", "many").split("\n");
  const shared = ids.map((id) => id.slice(0, 4)).find((start, index, all) => all.indexOf(start) < index) ?? "none";
  expect(await failureOf(resolve(kube, shared))).toEqual({
    code: "ambiguous-ref",
    fields: {
      ref: shared,
      candidates: ids
        .filter((id) => id.startsWith(shared))
        .sort()
        .map((id) => id.slice(0, 12))
        .join(", "),
    },
  });
});

test("two thousand branches are resolved at once", async () => {
  using scratch = new Scratch();
  const { kube, ids } = threeCommits(scratch);
  const names = Array.from({ length: 2_000 }, (_, number) => `topic/${number}`);
  kube.gitReading(
    names.map((name, number) => `create refs/heads/${name} ${ids[number % 3]}\n`).join(""),
    "update-ref",
    "--stdin",
  );
  expect(await resolve(kube, ...names)).toEqual(names.map((ref, number) => ({ ref, commit: ids[number % 3] })));
});

test("a branch made after the repository was opened is found", async () => {
  using scratch = new Scratch();
  const { kube } = threeCommits(scratch);
  const repository = await openRepository(kube.directory);
  await repository.resolve(["main"]);
  const commit = kube.commit("fourth", { "port.go": "fourth" });
  kube.git("branch", "late");
  writeFileSync(`${kube.directory}/unrelated`, "");
  expect(await repository.resolve(["late", commit])).toEqual([
    { ref: "late", commit },
    { ref: commit, commit },
  ]);
  await repository.close();
});
