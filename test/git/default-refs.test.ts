import { expect, test } from "vitest";
import { releaseVersion } from "../../src/git/default-refs.js";
import { openRepository } from "../../src/git/index.js";
import { Scratch, type TinyRepository } from "./tiny-repository.js";

async function defaultRefs(kube: TinyRepository): Promise<string[]> {
  const repository = await openRepository(kube.directory);
  try {
    return await repository.defaultRefs();
  } finally {
    await repository.close();
  }
}

function withBranches(scratch: Scratch, ...names: string[]): TinyRepository {
  const kube = scratch.repository();
  kube.commit("first", { "go.mod": "1" });
  for (const name of names) kube.git("update-ref", name.startsWith("refs/") ? name : `refs/heads/${name}`, "HEAD");
  return kube;
}

test("the default branch comes first, then the release branches by version", async () => {
  using scratch = new Scratch();
  const kube = withBranches(
    scratch,
    ...[
      "release-1.10",
      "release-1.9",
      "release/1.1",
      "release-0.9",
      "release-1.12-mc",
      "release-1.12",
      "release-1.12.1",
    ],
    ...["v1.2.x", "stable-2.0", "1.3-branch", "stable-edge", "fix-1.14", "renovate/release-1.15-golang", "feature/x"],
  );
  expect(await defaultRefs(kube)).toEqual([
    ...["main", "release-0.9", "release/1.1", "v1.2.x", "1.3-branch", "release-1.9", "release-1.10", "release-1.12"],
    ...["release-1.12-mc", "release-1.12.1", "stable-2.0", "stable-edge"],
  ]);
});

test("a clone knows its releases from the remote, and prefers its own branches", async () => {
  using scratch = new Scratch();
  const kube = withBranches(scratch, "release-1.1", "release-1.2");
  kube.git("branch", "--move", "main", "trunk");
  const clone = scratch.clone(kube, "clone");
  clone.git("checkout", "--quiet", "-b", "release-1.2", "origin/release-1.2");
  clone.git("checkout", "--quiet", "-b", "my-work");
  clone.git("branch", "--quiet", "-D", "trunk");
  clone.git("update-ref", "refs/remotes/upstream/release-1.1", "HEAD");
  clone.git("update-ref", "refs/remotes/upstream/release-1.3", "HEAD");
  expect(await defaultRefs(clone)).toEqual(["origin/trunk", "origin/release-1.1", "release-1.2"]);
  clone.git("remote", "add", "upstream", "https://example.com/kube.git");
  expect(await defaultRefs(clone)).toEqual([
    "origin/trunk",
    "upstream/release-1.1",
    "release-1.2",
    "upstream/release-1.3",
  ]);
});

test("a bare repository's HEAD is its default branch; a release branch may be it", async () => {
  using scratch = new Scratch();
  const kube = withBranches(scratch, "master", "develop", "release-1.1");
  const mirror = scratch.clone(kube, "mirror", "--mirror");
  mirror.git("symbolic-ref", "HEAD", "refs/heads/develop");
  expect(await defaultRefs(mirror)).toEqual(["develop", "release-1.1"]);
  mirror.git("symbolic-ref", "HEAD", "refs/heads/release-1.1");
  expect(await defaultRefs(mirror)).toEqual(["release-1.1"]);
});

test("without remotes, main and master come before what is checked out; a lonely HEAD is better than nothing", async () => {
  using scratch = new Scratch();
  const kube = withBranches(scratch, "work");
  kube.git("checkout", "--quiet", "work");
  expect(await defaultRefs(kube)).toEqual(["main"]);
  kube.git("branch", "--move", "main", "master");
  expect(await defaultRefs(kube)).toEqual(["master"]);
  kube.git("branch", "--move", "master", "other");
  expect(await defaultRefs(kube)).toEqual(["work"]);
  kube.git("checkout", "--quiet", "--detach");
  expect(await defaultRefs(kube)).toEqual(["HEAD"]);
});

test("an empty repository has only HEAD to offer", async () => {
  using scratch = new Scratch();
  expect(await defaultRefs(scratch.repository())).toEqual(["HEAD"]);
});

test.each([
  ["release-1.2", [1, 2]],
  ["release/v1.2.3", [1, 2, 3]],
  ["releases/2024.1", [2024, 1]],
  ["Release_1_2", [1, 2]],
  ["release1.2", [1, 2]],
  ["REL_15_STABLE", [15]],
  ["release-1.2.x", [1, 2]],
  ["release-1.12-mc", [1, 12]],
  ["maint-1.2", [1, 2]],
  ["branch-3.0", [3, 0]],
  ["v1.2.x", [1, 2]],
  ["v2", [2]],
  ["1.2", [1, 2]],
  ["1.x", [1]],
  ["1.2-branch", [1, 2]],
  ["4.0-stable", [4, 0]],
  ["stable", []],
  ["stable/edge", []],
  ["main", null],
  ["release", null],
  ["release-notes", null],
  ["release/1.2/fix", null],
  ["fix-release-1.2", null],
  ["backport/release-1.2", null],
  ["1.2-fix", null],
  ["v1.2-alpha-work", null],
  ["unstable", null],
  ["12345-fix-login", null],
])("%s is of version %j", (name, version) => {
  expect(releaseVersion(name)).toEqual(version);
});
