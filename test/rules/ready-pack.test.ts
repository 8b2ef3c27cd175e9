import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listBundledPacks } from "../../src/rules/index.js";
import { loadPack } from "../../src/rules/load-pack.js";
import { fromReady } from "../../src/rules/ready-pack.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bundled = await listBundledPacks();

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "volteface-ready-"));
  await promisify(execFile)(process.execPath, ["--import", "tsx", "build/ready-packs.ts", directory], { cwd: root });
});
afterAll(() => rm(directory, { recursive: true }));

async function texts(id: string, file: string) {
  return {
    ready: await readFile(join(directory, "rules/ready", `${id}.json`), "utf8"),
    source: await readFile(file),
  };
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
