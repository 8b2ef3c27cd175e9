import { expect, test } from "vitest";
import { readCommitLog } from "../../src/git/commit-log.js";
import { minute, Scratch, type TinyRepository } from "./tiny-repository.js";

const log = (world: TinyRepository, tips: readonly string[], bodies = false) =>
  readCommitLog(world.git("rev-parse", "--absolute-git-dir"), tips, { bodies });

test("all commits of all tips come once, parents first, bodies when asked for", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const first = world.commit("Introduce ports\n\nThey migrate.\n\nSigned-off-by: Ada\n");
  world.git("checkout", "--quiet", "-b", "topic");
  const topic = world.commit("");
  world.git("checkout", "--quiet", "main");
  const main = world.commit("A subject\non two lines");
  const record = { author: "Ada Port", shallow: false };
  const dates = (at: number) => ({ authorDate: minute(at), committerDate: minute(at) });
  const commits = await log(world, [main, topic], true);
  expect(commits.slice(0, 1)).toEqual([
    {
      ...record,
      commit: first,
      parents: [],
      ...dates(0),
      subject: "Introduce ports",
      body: "They migrate.\n\nSigned-off-by: Ada",
    },
  ]);
  expect(commits.slice(1).toSorted((a, b) => (a.authorDate < b.authorDate ? -1 : 1))).toEqual([
    { ...record, commit: topic, parents: [first], ...dates(1), subject: "", body: "" },
    { ...record, commit: main, parents: [first], ...dates(2), subject: "A subject on two lines", body: "" },
  ]);
  expect((await log(world, [first])).map(({ body }) => body)).toEqual([""]);
});

test("where a shallow clone ends is marked", async () => {
  using scratch = new Scratch();
  const full = scratch.repository();
  for (const subject of ["one", "two", "three"]) full.commit(subject);
  const world = scratch.clone(full, "shallow", "--depth=2");
  expect(
    (await log(world, [world.idOf("HEAD")])).map(({ subject, parents, shallow }) => [subject, parents.length, shallow]),
  ).toEqual([
    ["two", 0, true],
    ["three", 1, false],
  ]);
});
