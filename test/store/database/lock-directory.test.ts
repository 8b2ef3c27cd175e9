import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockDirectory } from "../../../src/store/database/lock-directory.js";

const holder = fileURLToPath(new URL("hold-directory.ts", import.meta.url));
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "volteface-lock-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Another process that locks the directory; resolves with what it says about it. */
async function another(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", holder, directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = await new Promise<string>((resolve) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  return { child, said };
}

const inUse = { code: "store.directory-in-use" };

describe("the lock of a directory", () => {
  it("is one process's at a time, and free when that one lets go", async () => {
    const unlock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toMatchObject(inUse);
    expect((await another()).said).toBe("store.directory-in-use");
    await unlock();
    expect(await readdir(join(directory, "lock"))).toEqual([]);
    await (await lockDirectory(directory))();
  });

  it("is free again when its owner was killed", async () => {
    const { child, said } = await another();
    expect(said).toBe("held");
    await expect(lockDirectory(directory)).rejects.toMatchObject(inUse);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    expect(await readdir(join(directory, "lock"))).toHaveLength(1);
    await (await lockDirectory(directory))();
    expect(await readdir(join(directory, "lock"))).toEqual([]);
  });

  it("is never held twice, however many start at the same moment beside a dead one", async () => {
    for (let round = 0; round < 20; round += 1) {
      const tries = await Promise.allSettled(Array.from({ length: 5 }, () => lockDirectory(directory)));
      const held = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      expect(held.length).toBeLessThanOrEqual(1);
      await Promise.all(held.map((unlock) => unlock()));
    }
    await (await lockDirectory(directory))();
  });

  it("needs a path that a socket may have, and a directory that may be written", async () => {
    const long = join(directory, "x".repeat(100));
    await expect(lockDirectory(long)).rejects.toMatchObject({ code: "store.directory-too-long" });
    const file = join(directory, "file");
    await writeFile(file, "");
    await expect(lockDirectory(file)).rejects.toMatchObject({
      code: "store.directory-unusable",
      fields: { directory: file, reason: "ENOTDIR" },
    });
  });
});
