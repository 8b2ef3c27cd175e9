import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openRepository } from "../../../src/git/index.js";
import { first, slow } from "../../fake-github/index.js";
import { childrenOf } from "../../git/children.js";
import { git, MirrorWorld, refsOf } from "./mirror-world.js";

/** A file that is there as soon as anything of the repository was run. */
const trapIn = (world: MirrorWorld) => ({
  file: join(world.scratch, "sprung"),
  command: `touch '${join(world.scratch, "sprung")}'; false`,
});

test("nothing of a repository is run, fetched further or taken for an instruction", async () => {
  await using world = await MirrorWorld.open();
  const { people } = world.github;
  const { directory } = world.repository;
  const trap = trapIn(world);
  const go = "package port\n\nfunc Clean() { /* all of it */ }\n";
  const commit = await people.commit(world.repository, "master", "hostile", {
    "port.go": go,
    ".gitattributes": "*.go filter=trap diff=trap -text ident export-ignore\n",
    ".gitmodules": '[submodule "evil"]\n\tpath = evil\n\turl = https://127.0.0.1:1/evil.git\n',
    ".gitconfig": `[core]\n\tfsmonitor = "${trap.command}"\n`,
    ".lfsconfig": "[lfs]\n\turl = http://127.0.0.1:1/\n",
    "hooks/post-update": `#!/bin/sh\n${trap.command}\n`,
    config: `[diff "trap"]\n\ttextconv = "${trap.command}"\n`,
  });
  git(directory, "update-ref", `refs/replace/${commit}`, `${commit}^`);
  git(directory, "update-ref", "refs/heads/-x", commit);
  git(directory, "update-ref", "refs/heads/--upload-pack=touch sprung".replace(" ", "_"), commit);
  const mirror = await world.refresh();
  expect(refsOf(mirror)).toEqual({
    "refs/heads/--upload-pack=touch_sprung": commit,
    "refs/heads/-x": commit,
    "refs/heads/master": commit,
  });
  const repository = await openRepository(mirror);
  try {
    const [head] = await repository.resolve(["master"]);
    expect(head?.commit).toBe(commit);
    const blob = git(mirror, "rev-parse", `${commit}:port.go`);
    const read: string[] = [];
    await repository.readBlobs([blob], (_, content) => void read.push(String(content)));
    expect(read).toEqual([go]);
  } finally {
    await repository.close();
  }
  expect(existsSync(trap.file)).toBe(false);
  for (const name of ["hooks", "port.go", ".git", "modules"]) expect(existsSync(join(mirror, name))).toBe(false);
  expect(git(mirror, "config", "--list", "--local", "--name-only").split("\n").sort()).toEqual([
    "core.bare",
    "core.filemode",
    "core.repositoryformatversion",
  ]);
});

test.each([
  ["name", '[submodule "../../x"]\n\tpath = x\n\turl = https://127.0.0.1:1/x.git\n'],
  ["path", '[submodule "x"]\n\tpath = --upload-pack=touch\n\turl = https://127.0.0.1:1/x.git\n'],
  ["command", '[submodule "x"]\n\tpath = x\n\tupdate = !touch sprung\n\turl = https://127.0.0.1:1/x.git\n'],
])("a submodule whose %s is an attack stops the fetch", async (_, modules) => {
  await using world = await MirrorWorld.open();
  await world.github.people.commit(world.repository, "master", "hostile", { ".gitmodules": modules });
  await expect(world.refresh()).rejects.toMatchObject({ code: "mirror.history-rejected" });
});

test("while git fetches, the token is in no argument, and nothing of our own environment is with it", async () => {
  vi.stubEnv("PRIVATE_KEY", "a secret of ours");
  vi.stubEnv("GIT_TRACE_CURL", "/dev/stderr");
  vi.stubEnv("HTTPS_PROXY", "http://127.0.0.1:1");
  try {
    await using world = await MirrorWorld.open();
    const noise = execFileSync("head", ["-c", "300000", "/dev/urandom"]).toString("base64");
    await world.github.people.commit(world.repository, "master", "big", { "big.txt": noise });
    world.github.faults.at(
      /POST .*git-upload-pack/,
      first(() => {}),
    );
    world.github.faults.at(/POST .*git-upload-pack/, slow(150_000));
    const fetch = world.refresh();
    const seen = await familyOf(process.pid, /^git fetch/);
    await fetch;
    const token = world.github.state.tokens.at(-1)?.value ?? "?";
    const encoded = Buffer.from(`x-access-token:${token}`).toString("base64");
    expect(seen.length).toBeGreaterThan(1);
    for (const { command, environment } of seen) {
      expect(command).not.toContain(token);
      expect(command).not.toContain(encoded);
      expect(environment).not.toMatch(/PRIVATE_KEY|GIT_TRACE|PROXY/);
    }
    expect(seen.some(({ environment }) => environment.includes(encoded))).toBe(true);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("a server that wants us elsewhere is not followed", async () => {
  await using world = await MirrorWorld.open();
  const location = `${world.github.url}/elsewhere/kube-ovn.git/info/refs?service=git-upload-pack`;
  world.github.faults.at("info/refs", {
    kind: "answer",
    answer: { status: 301, headers: { location }, body: Buffer.alloc(0) },
  });
  await expect(world.refresh()).rejects.toMatchObject({ code: expect.stringMatching(/^mirror\./) });
  expect(world.github.state.requests.filter(({ path }) => path.startsWith("/elsewhere"))).toEqual([]);
});

/** The processes below one of our children, as Linux shows them while they run. */
async function familyOf(parent: number, leader: RegExp) {
  for (let tries = 0; tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [found] = childrenOf(parent).filter(({ command }) => leader.test(command));
    if (found === undefined) continue;
    const family = [found, ...childrenOf(found.pid), ...childrenOf(found.pid).flatMap(({ pid }) => childrenOf(pid))];
    if (!family.some(({ command }) => command.includes("index-pack"))) continue;
    return family.map(({ pid, command }) => ({ command, environment: readFileSync(`/proc/${pid}/environ`, "utf8") }));
  }
  throw new Error("no such process was seen");
}
