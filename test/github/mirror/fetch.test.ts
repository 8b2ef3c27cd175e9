import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRepository } from "../../../src/git/index.js";
import { lost } from "../../fake-github/index.js";
import { git, MirrorWorld, refsOf } from "./mirror-world.js";

test("a mirror has the branches and the heads of open pull requests, and nothing else", async () => {
  await using world = await MirrorWorld.open();
  const { people } = world.github;
  const first = await people.commit(world.repository, "topic", "change", { "port.go": "package port // 2\n" });
  const other = await people.commit(world.repository, "other", "change", { "port.go": "package port // 3\n" });
  const open = await people.openPullRequest(world.repository, { head: "topic" });
  const closed = await people.openPullRequest(world.repository, { head: "other" });
  people.closePullRequest(world.repository, closed.number);
  git(world.repository.directory, "tag", "v1", first);
  using mirror = await world.fetch();
  expect(refsOf(mirror.directory)).toEqual({
    "refs/heads/master": refsOf(world.repository.directory)["refs/heads/master"],
    "refs/heads/other": other,
    "refs/heads/topic": first,
    [`refs/pull/${open.number}/head`]: first,
  });
  expect(mirror.missing).toEqual([]);
  expect(git(mirror.directory, "symbolic-ref", "HEAD")).toBe("refs/heads/master");
});

test("a second fetch follows: moved and forced branches, deleted ones, closed pull requests", async () => {
  await using world = await MirrorWorld.open();
  const { people } = world.github;
  const { repository } = world;
  const begin = refsOf(repository.directory)["refs/heads/master"] ?? "";
  await people.commit(repository, "topic", "change", { "port.go": "package port // 2\n" });
  const pull = await people.openPullRequest(repository, { head: "topic" });
  await people.commit(repository, "gone", "change", { "gone.go": "package port\n" });
  const directory = await world.refresh();
  await people.forcePush(repository, "topic", begin);
  await people.push(repository, "gone", null);
  // A branch that is now a folder of branches.
  const below = await people.commit(repository, "gone/deeper", "change", { "deep.go": "package port\n" });
  expect(await world.refresh()).toBe(directory);
  expect(refsOf(directory)).toEqual({
    "refs/heads/gone/deeper": below,
    "refs/heads/master": begin,
    "refs/heads/topic": begin,
    [`refs/pull/${pull.number}/head`]: begin,
  });
  people.closePullRequest(repository, pull.number);
  await world.refresh();
  expect(Object.keys(refsOf(directory))).toEqual(["refs/heads/gone/deeper", "refs/heads/master", "refs/heads/topic"]);
});

test("whoever reads a mirror keeps the heads of pull requests that are closed meanwhile", async () => {
  await using world = await MirrorWorld.open();
  const { people } = world.github;
  await people.commit(world.repository, "topic", "change", { "port.go": "package port // 2\n" });
  const pull = await people.openPullRequest(world.repository, { head: "topic" });
  const head = `refs/pull/${pull.number}/head`;
  const reading = await world.fetch();
  people.closePullRequest(world.repository, pull.number);
  await world.refresh();
  expect(Object.keys(refsOf(reading.directory))).toContain(head);
  reading[Symbol.dispose]();
  await world.refresh();
  expect(Object.keys(refsOf(reading.directory))).not.toContain(head);
});

test("the head of a fork comes through the repository itself", async () => {
  await using world = await MirrorWorld.open();
  const { people } = world.github;
  const fork = await people.createRepository({ name: "lin/kube-ovn", parent: world.repository, private: true });
  const commit = await people.commit(fork, "fix", "change", { "port.go": "package port // fork\n" });
  const pull = await people.openPullRequest(world.repository, { head: "fix", from: fork });
  using mirror = await world.fetch();
  expect(refsOf(mirror.directory)[`refs/pull/${pull.number}/head`]).toBe(commit);
});

test("a pull request that GitHub has no head of is told, and stops nobody", async () => {
  await using world = await MirrorWorld.open();
  await world.github.people.commit(world.repository, "topic", "change", { "port.go": "package port // 2\n" });
  const pull = await world.github.people.openPullRequest(world.repository, { head: "topic" });
  using mirror = await world.fetch({ pullRequests: [7, pull.number, 9] });
  expect(mirror.missing).toEqual([7, 9]);
  expect(Object.keys(refsOf(mirror.directory))).toContain(`refs/pull/${pull.number}/head`);
});

test("a repository without a commit, and a default branch that is not there, are no trouble", async () => {
  await using world = await MirrorWorld.open();
  await world.github.people.push(world.repository, "master", null);
  using mirror = await world.fetch({ defaultBranch: "main" });
  expect(refsOf(mirror.directory)).toEqual({});
  const opened = await openRepository(mirror.directory);
  await opened.close();
});

test("the token is narrowed to reading one repository, and is nowhere on disk", async () => {
  await using world = await MirrorWorld.open();
  const directory = await world.refresh();
  const token = world.github.state.tokens.at(-1);
  expect(token).toMatchObject({
    repositories: [world.repository.id],
    permissions: { contents: "read", metadata: "read" },
  });
  const secrets = [token?.value ?? "?", Buffer.from(`x-access-token:${token?.value}`).toString("base64")];
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile())) {
    const text = await readFile(join(file.parentPath, file.name), "latin1");
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toContain(world.github.url);
  }
  expect(git(directory, "config", "--list", "--local")).not.toMatch(/remote|http|credential/);
});

test("fetches of one repository wait for each other; a fetch that gives up waiting is interrupted", async () => {
  await using world = await MirrorWorld.open();
  let most = 0;
  let now = 0;
  const request = world.request();
  const token = async () => {
    now += 1;
    most = Math.max(most, now);
    const value = await request.token();
    await new Promise((resolve) => setTimeout(resolve, 50));
    now -= 1;
    return value;
  };
  const stop = new AbortController();
  const fetches = [1, 2, 3].map(() => world.fetch({ token }));
  const waiting = world.fetch({ token }, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: "interrupted" });
  expect(new Set((await Promise.all(fetches)).map(({ directory }) => directory)).size).toBe(1);
  expect(most).toBe(1);
});

test("what GitHub answers when nothing is new is little, and so is what we ask", async () => {
  await using world = await MirrorWorld.open();
  await world.refresh();
  const before = world.github.state.requests.length;
  await world.refresh();
  const asked = world.github.state.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
  expect(asked).toEqual([
    `POST /app/installations/${world.installation.id}/access_tokens`,
    "GET /kubeovn/kube-ovn.git/info/refs?service=git-upload-pack",
    "POST /kubeovn/kube-ovn.git/git-upload-pack",
  ]);
  world.github.faults.at("git-upload-pack", lost(), 9);
  await expect(world.refresh()).rejects.toMatchObject({ code: "mirror.unreachable" });
});

test("many small packs are put together", async () => {
  await using world = await MirrorWorld.open();
  const directory = await world.refresh();
  for (let number = 0; number < 31; number += 1) packOne(directory, `blob ${number}`);
  await world.github.people.commit(world.repository, "master", "more", { "port.go": "package port // 2\n" });
  await world.refresh();
  expect((await readdir(join(directory, "objects", "pack"))).filter((name) => name.endsWith(".pack")).length).toBe(1);
  expect(git(directory, "fsck", "--no-dangling")).toBe("");
  expect(refsOf(directory)).toEqual(refsOf(world.repository.directory));
});

/** Adds a pack of one blob, as a small fetch would. */
function packOne(directory: string, text: string): void {
  const options = { cwd: directory, encoding: "utf8" } as const;
  const blob = execFileSync("git", ["hash-object", "-w", "--stdin"], { ...options, input: text }).trim();
  execFileSync("git", ["pack-objects", "--quiet", "objects/pack/pack"], { ...options, input: blob });
  rmSync(join(directory, "objects", blob.slice(0, 2), blob.slice(2)));
}
