import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/index.js";

class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "volteface store "));
  readonly environment = { VOLTEFACE_CACHE_DIR: this.path };

  files(): string[] {
    return readdirSync(this.path, { recursive: true, encoding: "utf8" })
      .map((name) => join(this.path, name))
      .filter((path) => statSync(path).isFile())
      .sort();
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | null) => (value === null ? null : new TextDecoder().decode(value));

test("what was put is what comes back, also to another process that opens it later", async () => {
  using folder = new Folder();
  const one = openStore("facts-1", folder);
  expect(text(await one.get("a"))).toBeNull();
  expect(await one.put("a", bytes("first"))).toBe(true);
  expect(await one.put("b/../..\n\0ü", bytes(""))).toBe(true);
  expect(await one.put("a", bytes("second"))).toBe(true);
  const two = openStore("facts-1", folder);
  expect(text(await two.get("a"))).toBe("second");
  expect(text(await two.get("b/../..\n\0ü"))).toBe("");
  expect(text(await two.get("A"))).toBeNull();
  expect(text(await openStore("facts-2", folder).get("a"))).toBeNull();
});

test("any key and any bytes survive", async () => {
  using folder = new Folder();
  const store = openStore("any", folder);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 5_000 }), async (key, value) => {
      expect(await store.put(key, value)).toBe(true);
      expect(Buffer.from((await store.get(key)) ?? "nothing")).toEqual(Buffer.from(value));
    }),
    { numRuns: 50 },
  );
});

test("a file that was cut, changed, or belongs to another key is as good as absent, and is removed", async () => {
  using folder = new Folder();
  const store = openStore("facts", folder);
  await store.put("key", bytes("a value of some length"));
  const [path = ""] = folder.files();
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at++) {
    writeFileSync(path, whole.subarray(0, at));
    expect(await store.get("key")).toBeNull();
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(path, changed);
    expect(await store.get("key")).toBeNull();
  }
  expect(folder.files()).toEqual([]);
  await store.put("other", bytes("value"));
  writeFileSync(path, readFileSync(folder.files()[0] ?? ""));
  expect(await store.get("key")).toBeNull();
  expect(text(await store.get("other"))).toBe("value");
});

test("above its size the store forgets what was longest unused", async () => {
  using folder = new Folder();
  const store = openStore("facts", { ...folder, limit: 10_000 });
  const value = new Uint8Array(1_500);
  for (const [index, key] of ["a", "b", "c", "d", "e"].entries()) {
    const before = folder.files();
    expect(await store.put(key, value)).toBe(true);
    const path = folder.files().find((each) => !before.includes(each)) ?? "";
    utimesSync(path, index, index);
  }
  expect(await store.get("a")).not.toBeNull(); // Used: now the youngest.
  await store.put("f", value);
  await store.put("g", value);
  const left = [];
  for (const key of ["a", "b", "c", "d", "e", "f", "g"]) if ((await store.get(key)) !== null) left.push(key);
  expect(left).toEqual(["a", "e", "f", "g"]);
  expect(await store.put("huge", new Uint8Array(5_001))).toBe(false);
});

test("a folder that cannot be written, or is no folder, or is gone, only means nothing is remembered", async () => {
  using folder = new Folder();
  writeFileSync(join(folder.path, "file"), "");
  const none = openStore("facts", { environment: { VOLTEFACE_CACHE_DIR: join(folder.path, "file") } });
  expect([await none.put("a", bytes("x")), await none.get("a")]).toEqual([false, null]);
  symlinkSync("loop", join(folder.path, "loop"));
  const loop = openStore("facts", { environment: { VOLTEFACE_CACHE_DIR: join(folder.path, "loop") } });
  expect([await loop.put("a", bytes("x")), await loop.get("a")]).toEqual([false, null]);

  const store = openStore("facts", folder);
  await store.put("a", bytes("x"));
  rmSync(join(folder.path, "facts"), { recursive: true });
  expect(await store.get("a")).toBeNull();
  expect(await store.put("a", bytes("y"))).toBe(true);
  expect(text(await store.get("a"))).toBe("y");
});

test.skipIf(process.getuid?.() === 0)("a folder without permission to write still answers", async () => {
  using folder = new Folder();
  const store = openStore("facts", folder);
  await store.put("a", bytes("x"));
  const directories = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  const paths = [folder.path, ...directories.map((each) => join(each.parentPath, each.name))];
  for (const path of paths) chmodSync(path, 0o500);
  expect([await store.put("b", bytes("y")), text(await store.get("a"))]).toEqual([false, "x"]);
  for (const path of paths) chmodSync(path, 0o700);
});

test("it can be switched off", async () => {
  using folder = new Folder();
  const off = openStore("facts", { environment: { ...folder.environment, VOLTEFACE_NO_CACHE: "1" } });
  expect([await off.put("a", bytes("x")), await off.get("a"), folder.files()]).toEqual([false, null, []]);
  const on = openStore("facts", { environment: { ...folder.environment, VOLTEFACE_NO_CACHE: "0" } });
  expect(await on.put("a", bytes("x"))).toBe(true);
});

test("without a folder of its own it uses the user's cache", async () => {
  using folder = new Folder();
  const code = `
    import { openStore } from ${JSON.stringify(new URL("../../src/store/index.ts", import.meta.url).href)};
    console.log(await openStore("facts").put("a", new Uint8Array(3)));`;
  const { VOLTEFACE_CACHE_DIR: _, VOLTEFACE_NO_CACHE: __, ...inherited } = process.env;
  const environment = {
    ...inherited,
    HOME: folder.path,
    XDG_CACHE_HOME: join(folder.path, "cache"),
    LOCALAPPDATA: folder.path,
  };
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [answer] = await once(child.stdout, "data");
  await once(child, "close");
  expect(String(answer)).toBe("true\n");
  expect(folder.files().filter((path) => path.includes("volteface") && path.includes("facts"))).toHaveLength(1);
});

test("a name that is no plain file name is our mistake", () => {
  for (const name of ["", "..", "a/b", "A", ".hidden"])
    expect(() => openStore(name)).toThrow(`${name} cannot name a store`);
});

test("several processes may put the same keys at once: every answer is whole", async () => {
  using folder = new Folder();
  const code = `
    import { openStore } from ${JSON.stringify(new URL("../../src/store/index.ts", import.meta.url).href)};
    const store = openStore("facts", { limit: 400_000 });
    let wrong = 0;
    for (let round = 0; round < 60; round++) {
      const key = "key " + (round % 7);
      await store.put(key, new Uint8Array(20_000 + round).fill(round % 7));
      const value = await store.get("key " + ((round + 3) % 7));
      if (value !== null && !value.every((byte) => byte === (round + 3) % 7)) wrong++;
    }
    console.log(wrong);`;
  const environment = { ...process.env, ...folder.environment };
  const answers = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
        env: environment,
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [answer] = await once(child.stdout, "data");
      await once(child, "close");
      return String(answer);
    }),
  );
  expect(answers).toEqual(["0\n", "0\n", "0\n"]);
  expect(folder.files()).toHaveLength(7);
});
