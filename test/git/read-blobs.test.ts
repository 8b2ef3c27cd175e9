import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { openRepository, type Repository } from "../../src/git/index.js";
import { CAN_LIST_CHILDREN, childrenOf } from "./children.js";
import { failureOf } from "./failure-of.js";
import { fakeGit, searchPath } from "./search-path.js";
import { Scratch, type TinyRepository } from "./tiny-repository.js";

type Answer = [blob: string, content: string | null, problem: "missing" | "too-large" | null];

async function read(repository: Repository, blobs: Iterable<string>, limit?: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  await repository.readBlobs(
    blobs,
    (blob, content, problem) => answers.push([blob, content?.toString("latin1") ?? null, problem]),
    limit,
  );
  return answers;
}

function catFiles(): number[] {
  return childrenOf(process.pid).flatMap(({ pid, command }) => (command.startsWith("git cat-file") ? [pid] : []));
}

function world(scratch: Scratch): TinyRepository {
  const kube = scratch.repository();
  kube.commit("first", { "go.mod": "1" });
  return kube;
}

test("contents come byte for byte, in the order asked, repeated when asked twice", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  const contents = ["a\r\nb\r\n", "", "\n", "no line feed", "\0\xff\n\0", `${"x".repeat(300_000)}end`];
  const blobs = contents.map((content) => kube.blob(Buffer.from(content, "latin1")));
  const repository = await openRepository(kube.directory);
  const asked = [...blobs, ...blobs.toReversed()];
  expect(await read(repository, asked)).toEqual(asked.map((blob) => [blob, contents[blobs.indexOf(blob)], null]));
  expect(await read(repository, [])).toEqual([]);
  await repository.close();
});

test("what is missing, too large or no blob has no content, and its neighbours do", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  const small = kube.blob("small");
  const lost = kube.blob("lost");
  kube.lose(lost);
  const huge = kube.blob(Buffer.alloc(16 * 1024 * 1024 + 1, "x"));
  const edge = kube.blob(Buffer.alloc(16 * 1024 * 1024, "y"));
  const tree = kube.idOf("HEAD^{tree}");
  const repository = await openRepository(kube.directory);
  const answers: unknown[] = [];
  await repository.readBlobs([lost, small, huge, tree, edge, "0".repeat(40), small], (blob, content, problem) =>
    answers.push([blob, content?.length ?? null, problem]),
  );
  expect(answers).toEqual([
    [lost, null, "missing"],
    [small, 5, null],
    [huge, null, "too-large"],
    [tree, null, "missing"],
    [edge, 16 * 1024 * 1024, null],
    ["0".repeat(40), null, "missing"],
    [small, 5, null],
  ]);
  expect(await read(repository, [small, lost], 4)).toEqual([
    [small, null, "too-large"],
    [lost, null, "missing"],
  ]);
  await repository.close();
});

test("thirty thousand answers arrive, read from a source that is asked as needed", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  const blob = kube.blob("x".repeat(100));
  const repository = await openRepository(kube.directory);
  let told = 0;
  let ahead = 0;
  function* source() {
    for (let asked = 0; asked < 30_000; asked++) {
      ahead = Math.max(ahead, asked - told);
      yield blob;
    }
  }
  await repository.readBlobs(source(), (_, content) => {
    if (content?.length === 100) told += 1;
  });
  expect(told).toBe(30_000);
  expect(ahead).toBeLessThan(10_000);
  await repository.close();
});

test("requests at the same time wait for each other", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  const blobs = ["a", "b", "c"].map((content) => kube.blob(content));
  const repository = await openRepository(kube.directory);
  const [one, two, refs] = await Promise.all([
    read(repository, blobs),
    read(repository, blobs.toReversed()),
    repository.resolve(["main"]),
  ]);
  expect(one.map(([, content]) => content)).toEqual(["a", "b", "c"]);
  expect(two.map(([, content]) => content)).toEqual(["c", "b", "a"]);
  expect(refs).toEqual([{ ref: "main", commit: kube.idOf("main") }]);
  if (CAN_LIST_CHILDREN) expect(catFiles()).toHaveLength(1);
  await repository.close();
  if (CAN_LIST_CHILDREN) expect(catFiles()).toEqual([]);
});

test("an error of the receiver, or of the source, is passed on, and the next request works", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  const blobs = Array.from({ length: 10 }, (_, number) => kube.blob(`blob ${number}`));
  const repository = await openRepository(kube.directory);
  const stop = new Error("enough");
  await expect(
    repository.readBlobs(blobs, () => {
      throw stop;
    }),
  ).rejects.toBe(stop);
  function* broken() {
    yield blobs[0] ?? "";
    throw stop;
  }
  await expect(repository.readBlobs(broken(), () => undefined)).rejects.toBe(stop);
  expect(await read(repository, blobs.slice(0, 2))).toEqual([
    [blobs[0], "blob 0", null],
    [blobs[1], "blob 1", null],
  ]);
  await repository.close();
  if (CAN_LIST_CHILDREN) expect(catFiles()).toEqual([]);
});

test.runIf(CAN_LIST_CHILDREN)(
  "a process that is killed at work is a failure, and the next request starts another",
  async () => {
    using scratch = new Scratch();
    const kube = world(scratch);
    const blob = kube.blob("x".repeat(100_000));
    const repository = await openRepository(kube.directory);
    const blobs = Array.from({ length: 1_000 }, () => blob);
    const killed = repository.readBlobs(blobs, () => {
      for (const pid of catFiles()) process.kill(pid, "SIGKILL");
    });
    expect(await failureOf(killed)).toEqual({
      code: "git-stopped",
      fields: {
        command: "git cat-file --batch-command --buffer",
        directory: repository.gitDirectory,
        detail: "SIGKILL",
      },
    });
    expect(await read(repository, [blob])).toHaveLength(1);
    // Killed while idle, nobody notices.
    for (const pid of catFiles()) process.kill(pid, "SIGKILL");
    await setTimeout(200);
    expect(await read(repository, [blob])).toHaveLength(1);
    await repository.close();
  },
);

test("a process that ends by itself before it has read what we ask is a failure, not a crash", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  const blob = kube.blob("x");
  const repository = await openRepository(kube.directory);
  using _path = searchPath(fakeGit(scratch, "exit 3"));
  const many = Array.from({ length: 200_000 }, () => blob);
  expect(await failureOf(repository.readBlobs(many, () => undefined))).toEqual({
    code: "git-stopped",
    fields: { command: "git cat-file --batch-command --buffer", directory: repository.gitDirectory, detail: "exit 3" },
  });
  await repository.close();
});

test("a git that is gone by the time it is needed is told", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  const repository = await openRepository(kube.directory);
  using _path = searchPath(scratch.path("nowhere"));
  expect(await failureOf(read(repository, ["0".repeat(40)]))).toEqual({ code: "git-not-found", fields: {} });
  await repository.close();
});

test("a broken object is told as damage, with git's reason", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  const repository = await openRepository(kube.directory);
  using _path = searchPath(
    fakeGit(
      scratch,
      "echo 'error: inflate: data stream error' >&2; echo 'fatal: loose object 12 is corrupt' >&2; exit 128",
    ),
  );
  expect(await failureOf(read(repository, ["0".repeat(40)]))).toEqual({
    code: "repository-damaged",
    fields: { directory: repository.gitDirectory, detail: "loose object 12 is corrupt" },
  });
  await repository.close();
});
