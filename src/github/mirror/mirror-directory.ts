import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { sizeOf } from "./folder-size.js";

/** What is not a mirror, or not any more, or not yet. */
const ASIDE = "aside-";

/** One folder per repository, named by its number, and what must be known of them to keep them within bounds. */
export class MirrorDirectory {
  readonly #sizes = new Map<number, number>();
  readonly #readers = new Map<number, number>();

  constructor(private readonly root: string) {}

  /** Makes the directory, and clears away what was left half made. */
  async prepare(): Promise<void> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.root)) {
      if (name.startsWith(ASIDE)) await rm(join(this.root, name), { recursive: true, force: true });
      else if (/^\d+$/.test(name)) this.#sizes.set(Number(name), await sizeOf(join(this.root, name)));
    }
  }

  pathOf(id: number): string {
    return join(this.root, String(id));
  }

  /** A place for a mirror that is being made. */
  newPath(): string {
    return join(this.root, ASIDE + randomUUID());
  }

  /** Gives a new mirror its place. */
  async settle(id: number, made: string): Promise<void> {
    await this.remove(id);
    await rename(made, this.pathOf(id));
  }

  /** Notes that a mirror was used just now, and how large it is. */
  async touch(id: number): Promise<void> {
    const now = new Date();
    await utimes(this.pathOf(id), now, now);
    this.#sizes.set(id, await sizeOf(this.pathOf(id)));
  }

  isRead(id: number): boolean {
    return (this.#readers.get(id) ?? 0) > 0;
  }

  /** Counts a reader; call what is returned when it is done. */
  read(id: number): () => void {
    let reading = true;
    this.#count(id, 1);
    return () => {
      if (reading) this.#count(id, -1);
      reading = false;
    };
  }

  #count(id: number, change: number): void {
    const readers = (this.#readers.get(id) ?? 0) + change;
    if (readers === 0) this.#readers.delete(id);
    else this.#readers.set(id, readers);
  }

  /** Removes a mirror; its name is free at once, its bytes a little later. */
  async remove(id: number): Promise<void> {
    const aside = this.newPath();
    this.#sizes.delete(id);
    const moved = await rename(this.pathOf(id), aside).then(
      () => true,
      () => false,
    );
    if (moved) await rm(aside, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Bytes of all mirrors. */
  get bytes(): number {
    return [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /** Those unused for longest first. */
  async byLastUse(): Promise<number[]> {
    const ids = [...this.#sizes.keys()];
    const used = await Promise.all(ids.map(async (id) => ({ id, at: await lastUse(this.pathOf(id)) })));
    return used.sort((a, b) => a.at - b.at || a.id - b.id).map(({ id }) => id);
  }
}

/** Milliseconds since 1970; what is gone was never used. */
async function lastUse(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.mtimeMs ?? 0;
}
