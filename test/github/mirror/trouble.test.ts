import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codedMessage, langs, messagesIn, plain } from "../../../src/report/index.js";
import { type Fault, fails, first, hangs, secondaryLimit, slow, truncates } from "../../fake-github/index.js";
import { childrenOf } from "../../git/children.js";
import { searchPath } from "../../git/search-path.js";
import { git, MirrorWorld, refsOf } from "./mirror-world.js";

/** Text that hardly compresses, always the same. */
const noise = (bytes: number): string => {
  const pieces = Array.from({ length: Math.ceil(bytes / 88) }, (_, at) =>
    createHash("sha512").update(`${at}`).digest("base64"),
  );
  return pieces.join("").slice(0, bytes);
};

/** The failure of a fetch, which is told in every language and holds no token. */
async function failureOf(
  world: MirrorWorld,
  fetch: Promise<unknown>,
): Promise<{ code: string; fields: Record<string, unknown> }> {
  const failure = await fetch.then(
    () => expect.fail("the fetch succeeded"),
    (error: unknown) => error as { code: string; fields: Record<string, string | number>; stack: string },
  );
  for (const lang of langs) {
    const text = plain(codedMessage(messagesIn(lang).failures, failure.code, failure.fields));
    expect(text).not.toContain(`${failure.code} (`);
    for (const { value } of world.github.state.tokens) expect(text + failure.stack).not.toContain(value);
  }
  return { code: failure.code, fields: failure.fields };
}

test("a token that ends in the middle of a fetch is replaced once", async () => {
  await using world = await MirrorWorld.open();
  world.github.faults.at(
    "POST /kubeovn/kube-ovn.git/git-upload-pack",
    first(() => world.github.owners.expireTokens()),
  );
  const directory = await world.refresh();
  expect(refsOf(directory)).toEqual(refsOf(world.repository.directory));
  expect(world.github.state.tokens).toHaveLength(2);
  world.github.faults.at(
    "git-upload-pack",
    first(() => world.github.owners.expireTokens()),
    9,
  );
  expect(await failureOf(world, world.refresh())).toMatchObject({ code: "mirror.no-access" });
  expect(world.github.state.tokens).toHaveLength(4);
});

describe("when GitHub does not answer well", () => {
  test.each<[string, Fault, string, RegExp]>([
    ["500", fails(500), "mirror.unreachable", /^500$/],
    ["502", fails(502), "mirror.unreachable", /^502$/],
    ["a secondary limit", secondaryLimit(60), "mirror.no-access", /^403$/],
    ["half an answer", truncates, "mirror.unreachable", /./],
    ["no repository", fails(404), "mirror.no-access", /^(?:not found|404)$/],
  ])("%s fails clearly, and the mirror stays as it was", async (_, fault, code, detail) => {
    await using world = await MirrorWorld.open();
    const directory = await world.refresh();
    const before = refsOf(directory);
    await world.github.people.commit(world.repository, "master", "more", { "port.go": noise(5000) });
    for (const where of ["info/refs", /POST .*git-upload-pack/]) {
      world.github.faults.at(where, fault, 1);
      expect(await failureOf(world, world.refresh())).toEqual({
        code,
        fields: { repository: "kubeovn/kube-ovn", detail: expect.stringMatching(detail) },
      });
      expect(refsOf(directory)).toEqual(before);
    }
    expect(git(directory, "fsck", "--connectivity-only")).toBe("");
    await world.refresh();
    expect(refsOf(directory)).toEqual(refsOf(world.repository.directory));
  });

  test("an answer that never comes ends with the time that a fetch may take, and nothing runs on", async () => {
    await using world = await MirrorWorld.open({ timeout: 1500 });
    world.github.faults.at("info/refs", hangs);
    expect(await failureOf(world, world.refresh())).toEqual({
      code: "mirror.timeout",
      fields: { repository: "kubeovn/kube-ovn", seconds: 2 },
    });
    expect(gitsRunning()).toEqual([]);
    await world.refresh();
  });

  test("an address where nobody is fails clearly", async () => {
    await using world = await MirrorWorld.open();
    const url = "http://127.0.0.1:9/kubeovn/kube-ovn.git";
    expect(await failureOf(world, world.refresh({ url }))).toMatchObject({ code: "mirror.unreachable" });
  });
});

test("a removed installation is told as it is by the API, whose words are the caller's to understand", async () => {
  await using world = await MirrorWorld.open();
  world.github.owners.remove(world.installation);
  await expect(world.refresh()).rejects.toMatchObject({ status: 404 });
});

test("whoever asked may stop a fetch: the whole group of processes ends, and the mirror is as before", async () => {
  await using world = await MirrorWorld.open();
  const directory = await world.refresh();
  const before = refsOf(directory);
  await world.github.people.commit(world.repository, "master", "more", { "port.go": noise(300_000) });
  world.github.faults.at(
    /POST .*git-upload-pack/,
    first(() => {}),
  );
  world.github.faults.at(/POST .*git-upload-pack/, slow(50_000));
  const stop = new AbortController();
  const fetch = world.fetch({}, stop.signal);
  setTimeout(() => stop.abort(), 1200);
  await expect(fetch).rejects.toMatchObject({ code: "interrupted" });
  expect(gitsRunning()).toEqual([]);
  expect(refsOf(directory)).toEqual(before);
  expect(leftovers(directory)).toEqual([]);
});

test("a repository that is too large is stopped on its way, and leaves nothing", async () => {
  await using world = await MirrorWorld.open({ mirrorBytes: 200_000 });
  await world.github.people.commit(world.repository, "master", "huge", { "huge.txt": noise(3_000_000) });
  world.github.faults.at(
    /POST .*git-upload-pack/,
    first(() => {}),
  );
  world.github.faults.at(/POST .*git-upload-pack/, slow(100_000));
  const started = Date.now();
  expect(await failureOf(world, world.refresh())).toEqual({
    code: "mirror.too-large",
    fields: { repository: "kubeovn/kube-ovn", megabytes: 0 },
  });
  // All of it takes half a minute.
  expect(Date.now() - started).toBeLessThan(20_000);
  expect(readdirSync(join(world.scratch, "mirrors"))).toEqual([]);
  expect(gitsRunning()).toEqual([]);
});

test("a mirror that is large only for what nobody names any more is made anew", async () => {
  await using world = await MirrorWorld.open({ mirrorBytes: 300_000 });
  const { people } = world.github;
  const begin = refsOf(world.repository.directory)["refs/heads/master"] ?? "";
  const marks: boolean[] = [];
  for (const round of [1, 2, 3]) {
    await people.commit(world.repository, "topic", "big", { "big.txt": noise(150_000 * round).slice(-150_000) });
    const directory = await world.refresh();
    expect(refsOf(directory)).toEqual(refsOf(world.repository.directory));
    await people.forcePush(world.repository, "topic", begin);
    marks.push(existsSync(join(directory, "mark")));
    writeFileSync(join(directory, "mark"), "");
  }
  expect(marks).toEqual([false, true, false]);
});

describe("a broken mirror is made anew:", () => {
  const damages: readonly (readonly [string, (directory: string) => void])[] = [
    ["no HEAD", (directory) => rmSync(join(directory, "HEAD"))],
    ["no packs", (directory) => rmSync(join(directory, "objects", "pack"), { recursive: true })],
    [
      "half a pack",
      (directory) => {
        const packs = join(directory, "objects", "pack");
        for (const name of readdirSync(packs).filter((each) => each.endsWith(".pack")))
          truncateSync(join(packs, name), 20);
      },
    ],
    ["refs that are none", (directory) => writeFileSync(join(directory, "packed-refs"), "what is this\n")],
    ["configuration that is none", (directory) => writeFileSync(join(directory, "config"), "[core\n\x00")],
    [
      "a file in its place",
      (directory) => {
        rmSync(directory, { recursive: true });
        writeFileSync(directory, "");
      },
    ],
  ];
  test.each(damages)("%s", async (_, damage) => {
    await using world = await MirrorWorld.open();
    const directory = await world.refresh();
    damage(directory);
    expect(await world.refresh()).toBe(directory);
    expect(refsOf(directory)).toEqual(refsOf(world.repository.directory));
    expect(git(directory, "fsck")).toBe("");
    expect(readdirSync(join(world.scratch, "mirrors"))).toEqual([String(world.repository.id)]);
  });

  test("one that a reader found damaged", async () => {
    await using world = await MirrorWorld.open();
    const directory = await world.refresh();
    writeFileSync(join(directory, "mark"), "");
    await world.refresh();
    expect(existsSync(join(directory, "mark"))).toBe(true);
    world.mirrors.distrust(world.repository.id);
    await world.refresh();
    expect(existsSync(join(directory, "mark"))).toBe(false);
    writeFileSync(join(directory, "mark"), "");
    await world.refresh();
    expect(existsSync(join(directory, "mark"))).toBe(true);
  });

  test("what a killed process left is cleared away by the next one", async () => {
    await using world = await MirrorWorld.open();
    const directory = await world.refresh();
    for (const name of ["packed-refs.lock", "HEAD.lock", "objects/pack/tmp_pack_x1"])
      writeFileSync(join(directory, name), "");
    await mkdir(join(world.scratch, "mirrors", "aside-1"));
    await world.github.people.commit(world.repository, "master", "more", { "port.go": "package port // 2\n" });
    using mirror = await world.fetch({}, new AbortController().signal, await world.reopen());
    expect(leftovers(mirror.directory)).toEqual([]);
    expect(refsOf(directory)).toEqual(refsOf(world.repository.directory));
    expect(readdirSync(join(world.scratch, "mirrors"))).toEqual([String(world.repository.id)]);
  });
});

test("a git whose parent was killed notices and ends", async () => {
  await using world = await MirrorWorld.open();
  await world.github.people.commit(world.repository, "master", "huge", { "huge.txt": noise(2_000_000) });
  const request = world.request();
  const token = await request.token();
  const script = `
    import { openMirrors } from "./src/github/mirror/index.js";
    const limits = { mirrorBytes: 2 ** 30, totalBytes: 2 ** 30, timeout: 60_000 };
    const mirrors = await openMirrors(${JSON.stringify(join(world.scratch, "theirs"))}, limits);
    const request = ${JSON.stringify(request)};
    await mirrors.fetch({ ...request, token: async () => process.env.TOKEN }, new AbortController().signal);`;
  world.github.faults.at(
    /POST .*git-upload-pack/,
    first(() => {}),
  );
  world.github.faults.at(/POST .*git-upload-pack/, slow(30_000));
  const other = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, TOKEN: token },
    stdio: "ignore",
  });
  await until(
    () =>
      world.github.state.requests.filter(({ method, path }) => method === "POST" && path.endsWith("git-upload-pack"))
        .length === 2,
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  const [group] = childrenOf(other.pid ?? 0).filter(({ command }) => command.startsWith("git fetch"));
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(group).toBeDefined();
  await until(() => !existsSync(`/proc/${group?.pid}`), 6);
});

test("without git, that is what is said", async () => {
  await using world = await MirrorWorld.open();
  using _ = searchPath(world.scratch);
  await expect(world.refresh()).rejects.toMatchObject({ code: "git-not-found" });
});

test("mirrors unused for longest make room, and those in use stay", async () => {
  await using world = await MirrorWorld.open({ totalBytes: 300_000 });
  const { people } = world.github;
  const repositories = [];
  for (const name of ["a", "b", "c"]) {
    const repository = await people.createRepository({ name: `kubeovn/${name}` });
    await people.commit(repository, "master", "begin", { "big.txt": noise(150_000) });
    world.github.owners.addRepository(world.installation, repository);
    repositories.push(repository);
  }
  const [a, b, c] = repositories;
  if (a === undefined || b === undefined || c === undefined) throw new Error("three were made");
  const { signal } = new AbortController();
  const fetch = (of: typeof a) => world.mirrors.fetch(world.request({}, of), signal);
  const present = () =>
    readdirSync(join(world.scratch, "mirrors"))
      .map(Number)
      .sort((x, y) => x - y);
  const used = await fetch(a);
  (await fetch(b))[Symbol.dispose]();
  const old = new Date(0);
  utimesSync(used.directory, old, old);
  (await fetch(c))[Symbol.dispose]();
  expect(present()).toEqual([a.id, c.id]);
  used[Symbol.dispose]();
  (await fetch(b))[Symbol.dispose]();
  expect(present()).toEqual([b.id, c.id]);
});

test("a history that git finds malformed is not taken, unless the flaw is one of those that real histories have", async () => {
  await using world = await MirrorWorld.open();
  const { directory } = world.repository;
  const write = (kind: string, input: string | Buffer) =>
    execFileSync("git", ["hash-object", "-w", "--literally", "-t", kind, "--stdin"], {
      cwd: directory,
      input,
      encoding: "utf8",
    }).trim();
  const blob = write("blob", "package port\n");
  const padded = write("tree", Buffer.concat([Buffer.from("0100644 port.go\0"), Buffer.from(blob, "hex")]));
  const commit = (tree: string, author: string) =>
    write("commit", `tree ${tree}\nauthor ${author}\ncommitter Ada <ada@example.org> 1761033600 +0000\n\nodd\n`);
  git(directory, "update-ref", "refs/heads/padded", commit(padded, "Ada <ada@example.org> 1761033600 +0000"));
  const directoryOfMirror = await world.refresh();
  expect(refsOf(directoryOfMirror)).toHaveProperty(["refs/heads/padded"]);
  const dotGit = write("tree", Buffer.concat([Buffer.from("100644 .git\0"), Buffer.from(blob, "hex")]));
  git(directory, "update-ref", "refs/heads/hostile", commit(dotGit, "Ada <ada@example.org> 1761033600 +0000"));
  expect(await failureOf(world, world.refresh())).toEqual({
    code: "mirror.history-rejected",
    fields: { repository: "kubeovn/kube-ovn", detail: "hasDotgit: contains '.git'" },
  });
  expect(refsOf(directoryOfMirror)).not.toHaveProperty(["refs/heads/hostile"]);
});

test.each([
  "ssh://git@github.com/a/b.git",
  "file:///etc",
  "http://example.org/a/b.git",
  "https://x:y@github.com/a/b.git",
  "ext::sh",
  "--upload-pack=sh",
])("nothing is fetched from %s", async (url) => {
  await using world = await MirrorWorld.open();
  expect(await failureOf(world, world.refresh({ url }))).toMatchObject({ code: "mirror.unsupported-url" });
});

const tmpfs = await smallDisk();
test.skipIf(tmpfs === null)("a full disk is told, and what was there stays whole", async () => {
  const disk = tmpfs ?? "";
  try {
    await using world = await MirrorWorld.open({}, join(disk, "mirrors"));
    const directory = await world.refresh();
    const before = refsOf(directory);
    await world.github.people.commit(world.repository, "master", "huge", { "huge.txt": noise(6_000_000) });
    expect(await failureOf(world, world.refresh())).toMatchObject({ code: "mirror.no-space" });
    expect(refsOf(directory)).toEqual(before);
    expect(git(directory, "fsck")).toBe("");
    expect(leftovers(directory)).toEqual([]);
    const other = await world.github.people.createRepository({ name: "kubeovn/other" });
    await world.github.people.commit(other, "master", "huge", { "huge.txt": noise(6_000_000) });
    world.github.owners.addRepository(world.installation, other);
    const { signal } = new AbortController();
    expect(await failureOf(world, world.mirrors.fetch(world.request({}, other), signal))).toMatchObject({
      code: "mirror.no-space",
    });
    expect(await readdir(join(disk, "mirrors"))).toEqual([String(world.repository.id)]);
    await world.github.people.forcePush(world.repository, "master", before["refs/heads/master"] ?? "");
    await world.refresh();
  } finally {
    execFileSync("umount", ["-l", disk]);
    await rm(disk, { recursive: true, force: true });
  }
});

/** A disk of four megabytes; null, said loudly, where none can be mounted. */
async function smallDisk(): Promise<string | null> {
  const place = await mkdtemp(join(tmpdir(), "volteface-small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", place], { stdio: "pipe" });
    return place;
  } catch (error) {
    console.warn(`NOT TESTED: what happens when the disk is full (${String(error).split("\n")[0]})`);
    await rm(place, { recursive: true });
    return null;
  }
}

const gitsRunning = () => childrenOf(process.pid).filter(({ command }) => command.startsWith("git fetch"));

const leftovers = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => /tmp_|\.lock$/.test(name));

async function until(done: () => boolean, seconds = 20): Promise<void> {
  for (let tries = 0; !done(); tries += 1) {
    if (tries > seconds * 20) throw new Error(`it did not come to pass in ${seconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
