import { expect, test } from "vitest";
import { openRepository } from "../../src/git/index.js";
import { failureOf } from "./failure-of.js";
import { fakeGit, searchPath } from "./search-path.js";
import { Scratch } from "./tiny-repository.js";

test("merge base and ancestry follow all parents; unrelated histories have no base", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const base = kube.commit("base", { "a.go": "1" });
  kube.git("checkout", "--quiet", "-b", "release-1.2");
  const release = kube.commit("release", { "a.go": "2" });
  kube.git("checkout", "--quiet", "main");
  const main = kube.commit("main", { "b.go": "1" });
  kube.git("merge", "--quiet", "--no-ff", "-m", "merge", "release-1.2");
  const merge = kube.idOf("HEAD");
  const other = kube.git("commit-tree", "-m", "unrelated", `${main}^{tree}`);

  const repository = await openRepository(kube.directory);
  expect(await repository.mergeBase(main, release)).toBe(base);
  expect(await repository.mergeBase(merge, release)).toBe(release);
  expect(await repository.mergeBase(main, other)).toBeNull();
  const all = [base, release, main, merge, other];
  const descendants = async (ancestor: string, commits = all) => [...(await repository.descendants(ancestor, commits))];
  expect(await descendants(base)).toEqual([base, merge, main, release]);
  expect(await descendants(release)).toEqual([release, merge]);
  expect(await descendants(main, [main])).toEqual([main]);
  expect(await descendants(merge, [base, main, other])).toEqual([]);
  expect(await descendants(other)).toEqual([other]);
  expect(await descendants(base, [])).toEqual([]);
  await repository.close();
});

test.each([
  ["kill -9 $$", "killed"],
  ["exit 7", "exit 7"],
])("a git that ends by %j without a word is no answer", async (script, detail) => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const commit = kube.commit("first");
  using _path = searchPath(fakeGit(scratch, `if [ "$1" = merge-base ]; then ${script}; fi; REAL "$@"`));
  const repository = await openRepository(kube.directory);
  expect(await failureOf(repository.mergeBase(commit, commit))).toEqual({
    code: "git-stopped",
    fields: { command: "git merge-base", directory: repository.gitDirectory, detail },
  });
  await repository.close();
});
