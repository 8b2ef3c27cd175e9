import { expect, test } from "vitest";
import { openRepository } from "../../src/git/index.js";
import { Scratch } from "./tiny-repository.js";

test("the heads of pull requests are listed by number, a server's own before copies", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const [a, b] = [kube.commit("a"), kube.commit("b")];
  for (const [name, commit] of [
    ["refs/pull/10/head", a],
    ["refs/pull/10/merge", b],
    ["refs/pull/9/head", b],
    ["refs/remotes/origin/pull/9/head", a],
    ["refs/remotes/origin/pr/7", a],
    ["refs/remotes/upstream/pull/8/head", a],
    ["refs/merge-requests/6/head", b],
    ["refs/heads/pull/5/head", b],
    ["refs/pull/x/head", b],
  ] as const) {
    kube.git("update-ref", name, commit);
  }
  const repository = await openRepository(kube.directory);
  expect(await repository.pullRequestHeads()).toEqual([
    { number: 6, commit: b },
    { number: 7, commit: a },
    { number: 8, commit: a },
    { number: 9, commit: b },
    { number: 10, commit: a },
  ]);
  await repository.close();
});

test("a repository without pull requests has none", async () => {
  using scratch = new Scratch();
  const repository = await openRepository(scratch.repository().directory);
  expect(await repository.pullRequestHeads()).toEqual([]);
  await repository.close();
});
