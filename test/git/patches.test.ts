import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  type Patch,
  type PatchOptions,
  type PatchRequest,
  streamPatches,
  type UnreadFile,
} from "../../src/git/patches.js";
import { failureOf } from "./failure-of.js";
import { Scratch, type TinyRepository } from "./tiny-repository.js";

async function read(
  world: TinyRepository,
  requests: readonly PatchRequest[],
  options: PatchOptions = {},
): Promise<{ patches: Patch[]; unread: UnreadFile[] }> {
  const patches: Patch[] = [];
  const unread = await streamPatches(world.git("rev-parse", "--absolute-git-dir"), requests, options, (patch) =>
    patches.push(patch),
  );
  return { patches, unread };
}

/** A patch in lines: the commit's subject, then its files and hunks. */
function outline(world: TinyRepository, patches: readonly Patch[]): string[] {
  return patches.flatMap(({ commit, files }) => [
    world.git("show", "--no-patch", "--format=%s", commit),
    ...files.flatMap(({ path, oldPath, status, hunks }) => [
      `${status} ${oldPath === null ? "" : `${oldPath} > `}${path}`,
      ...hunks.map(
        ({ oldLine, newLine, removed, added }) => `@${oldLine} -${removed.join("|")} @${newLine} +${added.join("|")}`,
      ),
    ]),
  ]);
}

test("commits come in the order asked, each once, with renames, binaries and files without a last line feed", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const ports = ["one", "two", "three", "four", "five", ""];
  const first = world.commit("first", {
    "a b.go": ports.join("\n"),
    "data.bin": Buffer.from([0, 1, 2]),
    "empty.go": "",
  });
  const second = world.commit("second", {
    "a b.go": null,
    "é\t.go": ports.join("\n").replace("three", "3\n--- 4\n+++ 5"),
    "data.bin": Buffer.from([0, 2]),
    "empty.go": null,
  });
  const third = world.commit("third");
  const fourth = world.commit("fourth", { "é\t.go": "one" });
  const { patches, unread } = await read(world, [
    { commit: fourth },
    { commit: third },
    { commit: second },
    { commit: first },
  ]);
  expect(outline(world, patches)).toEqual([
    "fourth",
    "changed é\t.go",
    "@1 -one|two|3|--- 4|+++ 5|four|five @1 +one",
    "third",
    "second",
    "changed data.bin",
    "deleted empty.go",
    "renamed a b.go > é\t.go",
    "@3 -three @3 +3|--- 4|+++ 5",
    "first",
    "added a b.go",
    "@0 - @1 +one|two|three|four|five",
    "added data.bin",
    "added empty.go",
  ]);
  expect(unread).toEqual([]);
});

test("merges and ranges are compared with the commit named", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const first = world.commit("first", { "port.go": "1\n" });
  world.git("checkout", "--quiet", "-b", "topic");
  world.commit("topic", { "topic.go": "1\n" });
  const topic = world.commit("more", { "topic.go": "2\n" });
  world.git("checkout", "--quiet", "main");
  const main = world.commit("main", { "port.go": "2\n" });
  world.git("merge", "--quiet", "--no-ff", "-m", "merge", "topic");
  const merge = world.idOf("HEAD");
  const { patches } = await read(world, [
    { commit: merge },
    { commit: merge, against: main },
    { commit: topic, against: first },
  ]);
  expect(outline(world, patches)).toEqual([
    "merge",
    "merge",
    "added topic.go",
    "@0 - @1 +2",
    "more",
    "added topic.go",
    "@0 - @1 +2",
  ]);
});

test("what is not wanted is not read: files by pathspec or by name, and lines beyond the limit", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const commit = world.commit("first", { "a[1].go": "1\n2\n3\n", "b.go": "1\n", "vendor/c.go": "1\n" });
  const options = { without: [":(exclude,glob)**/vendor/**"], accept: (path: string) => path !== "b.go", lineLimit: 2 };
  expect((await read(world, [{ commit }], options)).patches).toEqual([
    {
      commit,
      files: [
        {
          path: "a[1].go",
          oldPath: null,
          status: "added",
          hunks: [{ oldLine: 0, newLine: 1, removed: [], added: ["1", "2"] }],
        },
        { path: "b.go", oldPath: null, status: "added", hunks: [] },
      ],
      changedLines: 3,
      truncated: true,
    },
  ]);
  expect(outline(world, (await read(world, [{ commit }], { only: ["b.go"] })).patches)).toEqual([
    "first",
    "added b.go",
    "@0 - @1 +1",
  ]);
});

test("a missing blob costs its file in the commits that need it, and nothing else", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const requests = ["1", "2", "3", "4"].map((content) => ({
    commit: world.commit(content, { "lost.go": `${content}\n`, "kept.go": `kept ${content}\n` }),
  }));
  world.lose(world.idOf("HEAD~2:lost.go"));
  const { patches, unread } = await read(world, requests);
  expect(outline(world, patches)).toEqual([
    ...["1", "added kept.go", "@0 - @1 +kept 1", "added lost.go", "@0 - @1 +1"],
    ...["2", "changed kept.go", "@1 -kept 1 @1 +kept 2"],
    ...["3", "changed kept.go", "@1 -kept 2 @1 +kept 3"],
    ...["4", "changed kept.go", "@1 -kept 3 @1 +kept 4", "changed lost.go", "@1 -3 @1 +4"],
  ]);
  expect(unread.map(({ commit, path }) => [commit, path])).toEqual([
    [requests[1]?.commit, "lost.go"],
    [requests[2]?.commit, "lost.go"],
  ]);
});

test("a missing folder costs the commits that need it", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const requests = ["1", "2", "3", "4"].map((content) => ({
    commit: world.commit(content, { "pkg/port.go": `${content}\n` }),
  }));
  const lost = world.idOf("HEAD~2:pkg");
  world.lose(lost);
  const { patches, unread } = await read(world, requests);
  expect(patches.map(({ commit }) => commit)).toEqual([requests[0]?.commit, requests[3]?.commit]);
  expect(unread).toEqual([
    { commit: requests[1]?.commit, path: null, object: lost },
    { commit: requests[2]?.commit, path: null, object: lost },
  ]);
});

test("many damaged commits do not cost a process for each death", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const requests = Array.from({ length: 60 }, (_, at) => ({ commit: world.commit(`${at}`, { "port.go": `${at}\n` }) }));
  for (const { commit } of requests.filter((_, at) => at % 2 === 0)) world.lose(world.idOf(`${commit}:port.go`));
  const { patches, unread } = await read(world, requests);
  expect(patches.map(({ files }) => files.length)).toEqual(requests.map(() => 0));
  expect(unread.length).toBe(60);
});

test("settings and attributes of the repository change nothing", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const commit = world.commit("first", { "port.go": "1\n", ".gitattributes": "*.go -diff\n" });
  for (const [key, value] of [
    ["diff.noprefix", "true"],
    ["diff.renames", "false"],
    ["color.ui", "always"],
    ["diff.external", "false"],
    ["diff.context", "9"],
  ] as const)
    world.git("config", key, value);
  writeFileSync(`${world.directory}/.git/info/attributes`, "");
  expect(outline(world, (await read(world, [{ commit }])).patches)).toEqual([
    "first",
    "added .gitattributes",
    "@0 - @1 +*.go -diff",
    "added port.go",
    "@0 - @1 +1",
  ]);
});

test("a name that is no commit is a failure", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  world.commit("first");
  const failure = await failureOf(read(world, [{ commit: "f".repeat(40) }]));
  expect(failure.code).toBe("repository-damaged");
});

test("bytes that are not UTF-8 stay different", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const commit = world.commit("first", {
    "port.go": Buffer.from([0x61, 0xe4, 0x0a, 0x61, 0xf6, 0x0a, 0xc3, 0xa4, 0x0a]),
  });
  expect((await read(world, [{ commit }])).patches[0]?.files[0]?.hunks[0]?.added).toEqual(["a\u00e4", "a\u00f6", "ä"]);
});
