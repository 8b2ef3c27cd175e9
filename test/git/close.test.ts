import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { openRepository } from "../../src/git/index.js";
import { CAN_LIST_CHILDREN, childrenOf } from "./children.js";
import { failureOf } from "./failure-of.js";
import { fakeGit, searchPath } from "./search-path.js";
import { Scratch, type TinyRepository } from "./tiny-repository.js";

const DOOR = new URL("../../src/git/index.ts", import.meta.url).href;

function world(scratch: Scratch): TinyRepository {
  const kube = scratch.repository();
  kube.commit("first", { "go.mod": "1" });
  return kube;
}

/** A program that reads from the repository and then does `rest`. */
function program(kube: TinyRepository, rest: string) {
  const code = `
    import { openRepository } from ${JSON.stringify(DOOR)};
    const repository = await openRepository(${JSON.stringify(kube.directory)});
    console.log((await repository.resolve(["main"])).length);
    ${rest}`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function gitChildren(parent = process.pid): string[] {
  return childrenOf(parent).flatMap(({ command }) => (command.startsWith("git ") ? [command] : []));
}

test("after close nothing runs and nothing can be asked", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  const repository = await openRepository(kube.directory);
  await repository.resolve(["main"]);
  if (CAN_LIST_CHILDREN) expect(gitChildren()).toEqual(["git cat-file --batch-command --buffer"]);
  await repository.close();
  if (CAN_LIST_CHILDREN) expect(gitChildren()).toEqual([]);
  const interrupted = { code: "interrupted", fields: {} };
  expect(await failureOf(repository.resolve(["main"]))).toEqual(interrupted);
  expect(await failureOf(repository.defaultRefs())).toEqual(interrupted);
  expect(await failureOf(repository.mergeBase("main", "main"))).toEqual(interrupted);
  await repository.close();
});

test("a repository that was never asked anything closes too", async () => {
  using scratch = new Scratch();
  const repository = await openRepository(world(scratch).directory);
  await repository.close();
  if (CAN_LIST_CHILDREN) expect(gitChildren()).toEqual([]);
});

test("close ends what hangs, and what waits for it", async () => {
  using scratch = new Scratch();
  const kube = world(scratch);
  using _path = searchPath(
    fakeGit(scratch, 'case "$1" in merge-base | for-each-ref | log | cat-file) exec sleep 60 ;; esac; REAL "$@"'),
  );
  const repository = await openRepository(kube.directory);
  const waiting = [
    repository.resolve(["main"]),
    repository.readBlobs(["0".repeat(40)], () => undefined),
    repository.snapshots(["0".repeat(40)], () => true),
    repository.mergeBase("main", "main"),
    repository.pullRequestHeads(),
    repository.history("0".repeat(40))[Symbol.asyncIterator]().next(),
  ].map(failureOf);
  await new Promise((resolve) => setTimeout(resolve, 200));
  if (CAN_LIST_CHILDREN) expect(childrenOf(process.pid).map(({ command }) => command)).toContain("sleep 60");
  await repository.close();
  expect(await Promise.all(waiting)).toEqual(waiting.map(() => ({ code: "interrupted", fields: {} })));
  if (CAN_LIST_CHILDREN) expect(childrenOf(process.pid).map(({ command }) => command)).not.toContain("sleep 60");
});

test("a program that forgets to close still ends", async () => {
  using scratch = new Scratch();
  const child = program(world(scratch), "");
  const [code] = await once(child, "close");
  expect(code).toBe(0);
});

test.runIf(CAN_LIST_CHILDREN).each(["SIGKILL", "SIGINT"] as const)(
  "a program that ends by %s leaves no git behind",
  async (signal) => {
    using scratch = new Scratch();
    const child = program(world(scratch), "setInterval(() => undefined, 1000);");
    await once(child.stdout, "data");
    const git = childrenOf(child.pid ?? 0).find(({ command }) => command.startsWith("git cat-file"));
    expect(git).toBeDefined();
    child.kill(signal);
    await once(child, "close");
    const alive = () => {
      try {
        return process.kill(git?.pid ?? 0, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(alive, { timeout: 5_000 }).toBe(false);
  },
);
