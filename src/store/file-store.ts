import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { decodeEntry, encodeEntry } from "./entry.js";
import { evictOldest } from "./evict.js";
import type { Store } from "./store.js";

/** A store of one file per key in one directory. Never throws: a store that fails is a store that is empty. */
export class FileStore implements Store {
  readonly keeps = true;
  /** Bytes we believe the directory holds; unknown until the first put. */
  #held: number | null = null;

  constructor(
    private readonly directory: string,
    private readonly limit: number,
  ) {}

  async get(key: string): Promise<Uint8Array | null> {
    const path = this.#pathOf(key);
    try {
      const value = decodeEntry(key, await readFile(path));
      if (value === null) await rm(path, { force: true });
      else await touch(path);
      return value;
    } catch {
      return null;
    }
  }

  async put(key: string, value: Uint8Array): Promise<boolean> {
    const entry = encodeEntry(key, value);
    // One value must not push out everything else.
    if (entry.length > this.limit / 2) return false;
    try {
      await writeWhole(this.#pathOf(key), entry);
      await this.#keepWithinLimit(entry.length);
      return true;
    } catch {
      return false;
    }
  }

  async #keepWithinLimit(added: number): Promise<void> {
    this.#held = (this.#held ?? Number.POSITIVE_INFINITY) + added;
    if (this.#held > this.limit) this.#held = await evictOldest(this.directory, this.limit);
  }

  #pathOf(key: string): string {
    const name = createHash("sha256").update(key, "utf8").digest("hex");
    return join(this.directory, name.slice(0, 2), name.slice(2));
  }
}

/** Readers see the old file or the new one: the new one gets its name when it is complete. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(unfinished, bytes, { mode: 0o600, flag: "wx" });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Marks a file as used, so that eviction takes others first. A store we may only read still answers. */
async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}
