import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundledPacks, listBundledPacks } from "../../src/rules/index.js";
import { loadPack } from "../../src/rules/load-pack.js";
import { fromReady } from "../../src/rules/ready-pack.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bundled = await listBundledPacks();

/** An installation of its own, with the program as the build makes it. */
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "volteface-ready-"));
  for (const name of ["node_modules", "package.json"]) await symlink(join(root, name), join(directory, name));
  await cp(join(root, "rules"), join(directory, "rules"), { recursive: true });
  const build = ["--import", "tsx", "build/program.ts", join(directory, "dist")];
  await promisify(execFile)(process.execPath, build, { cwd: root });
}, 60_000);
afterAll(() => rm(directory, { recursive: true }));

const readyFile = (id: string): string => join(directory, "dist/rules/ready", `${id}.json`);

async function texts(id: string, file: string) {
  return { ready: await readFile(readyFile(id), "utf8"), source: await readFile(file) };
}

it.each(bundled)("$id made ready by a build is what its file says", async ({ id, file }) => {
  const { ready, source } = await texts(id, file);
  const loaded = loadPack(file, source);
  expect(loaded.ok).toBe(true);
  expect(fromReady(ready, file, source)).toStrictEqual(loaded.ok && loaded.pack);
});

it.each(bundled)("$id lies where the program lies now", async ({ id, file }) => {
  const { ready, source } = await texts(id, file);
  const elsewhere = "/elsewhere/pack.yml";
  const loaded = loadPack(elsewhere, source);
  expect(fromReady(ready, elsewhere, source)).toStrictEqual(loaded.ok && loaded.pack);
});

it.each(bundled)(
  "$id is read from its file when that has another text, or what was made ready is damaged",
  async ({ id, file }) => {
    const { ready, source } = await texts(id, file);
    expect(fromReady(ready, file, Buffer.concat([source, Buffer.from("\n")]))).toBeNull();
    expect(fromReady(ready.slice(0, -1), file, source)).toBeNull();
    expect(fromReady("null", file, source)).toBeNull();
  },
);

it("the program takes what was made ready, and its file once somebody has edited that", async () => {
  const explained = async (): Promise<string> => {
    const words = [join(directory, "dist/cli/main.js"), "rules", "explain", "etcd/lessor"];
    return (await promisify(execFile)(process.execPath, words)).stdout.split("\n")[0] ?? "";
  };
  const title = "etcd/lessor: Leases and the keys attached to them";
  expect(await explained()).toBe(title);
  const ready = await readFile(readyFile("etcd/lessor"), "utf8");
  await writeFile(readyFile("etcd/lessor"), ready.replace('"title":"Leases', '"title":"Ready leases'));
  expect(await explained()).toBe(title.replace("Leases", "Ready leases"));
  await appendFile(join(directory, "rules/etcd/lessor.yml"), "# edited\n");
  expect(await explained()).toBe(title);
});

it("all bundled packs are those with the bundled ids", async () => {
  expect((await bundledPacks()).map(({ id }) => id)).toEqual(bundled.map(({ id }) => id));
});
