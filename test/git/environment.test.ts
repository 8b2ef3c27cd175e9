import { existsSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openRepository, type Repository } from "../../src/git/index.js";
import { Scratch, type TinyRepository } from "./tiny-repository.js";

async function withRepository<T>(directory: string, use: (repository: Repository) => Promise<T>): Promise<T> {
  const repository = await openRepository(directory);
  try {
    return await use(repository);
  } finally {
    await repository.close();
  }
}

async function subjects(directory: string): Promise<string[]> {
  return withRepository(directory, async (repository) => {
    const [head] = await repository.resolve(["HEAD"]);
    const all: string[] = [];
    for await (const { subject } of repository.history(head?.commit ?? "")) all.push(subject);
    return all;
  });
}

function threeCommits(scratch: Scratch): TinyRepository {
  const kube = scratch.repository();
  for (const message of ["first", "second", "third"]) kube.commit(message, { "port.go": message });
  return kube;
}

test("replace refs and grafts do not change what a commit is", async () => {
  using scratch = new Scratch();
  const kube = threeCommits(scratch);
  kube.git("replace", kube.idOf("HEAD"), kube.idOf("HEAD~2"));
  writeFileSync(`${kube.directory}/.git/info/grafts`, `${kube.idOf("HEAD")}\n`);
  expect(await subjects(kube.directory)).toEqual(["third", "second", "first"]);
});

test("settings of the repository neither start programs nor change what is read", async () => {
  using scratch = new Scratch();
  const kube = threeCommits(scratch);
  const trap = `touch '${scratch.path("sprung")}'; false`;
  writeFileSync(scratch.path("order"), "*\n");
  for (const [key, value] of [
    ["core.fsmonitor", trap],
    ["core.pager", trap],
    ["core.sshCommand", trap],
    ["diff.external", trap],
    ["gpg.program", trap],
    ["log.showSignature", "true"],
    ["log.showRoot", "false"],
    ["log.date", "relative"],
    ["diff.orderFile", scratch.path("nowhere")],
    ["diff.renames", "copies"],
    ["log.diffMerges", "separate"],
    ["format.pretty", "oneline"],
    ["color.ui", "always"],
    ["core.quotePath", "true"],
    ["i18n.logOutputEncoding", "UTF-16"],
  ] as const) {
    kube.git("config", key, value);
  }
  const seen = await withRepository(kube.directory, async (repository) => {
    const all: unknown[] = [];
    for await (const { subject, changes } of repository.history(kube.idOf("HEAD")))
      all.push([subject, changes.map(({ path, status }) => `${status} ${path}`)]);
    return all;
  });
  expect(seen).toEqual([
    ["third", ["modified port.go"]],
    ["second", ["modified port.go"]],
    ["first", ["added port.go"]],
  ]);
  expect(existsSync(scratch.path("sprung"))).toBe(false);
});

test("a promisor remote that is a program is not asked", async () => {
  using scratch = new Scratch();
  const clone = scratch.clone(threeCommits(scratch), "clone", "--filter=blob:none", "--no-checkout");
  const blob = clone.git("ls-tree", "--object-only", "HEAD", "port.go");
  clone.git("config", "remote.origin.url", `ext::sh -c "touch ${scratch.path("sprung").replaceAll(" ", "% ")}"`);
  clone.git("config", "protocol.ext.allow", "always");
  const seen: unknown[] = [];
  await withRepository(clone.directory, (repository) => repository.readBlobs([blob], (...answer) => seen.push(answer)));
  expect(seen).toEqual([[blob, null, "missing"]]);
  expect(existsSync(scratch.path("sprung"))).toBe(false);
});

test("variables of whoever started us do not reach git", async () => {
  using scratch = new Scratch();
  const kube = threeCommits(scratch);
  const inherited = {
    GIT_DIR: scratch.path("elsewhere"),
    GIT_INDEX_FILE: "x",
    GIT_TRACE: scratch.path("trace"),
    GIT_CEILING_DIRECTORIES: kube.directory,
  };
  Object.assign(process.env, inherited);
  try {
    expect(await subjects(`${kube.directory}`)).toEqual(["third", "second", "first"]);
  } finally {
    for (const name of Object.keys(inherited)) delete process.env[name];
  }
  expect(existsSync(scratch.path("trace"))).toBe(false);
});
