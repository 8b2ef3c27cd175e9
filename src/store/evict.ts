import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

interface Stored {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970 of the last write or read. */
  readonly used: number;
}

/**
 * Deletes the files of a directory that were not used for longest, until it holds at
 * most three quarters of `limit` bytes; does nothing below `limit`. Returns the bytes left.
 * Other processes may do the same at the same time: a file that is gone is no error.
 */
export async function evictOldest(directory: string, limit: number): Promise<number> {
  const files = await listFiles(directory);
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= limit) return total;
  files.sort((a, b) => a.used - b.used || (a.path < b.path ? -1 : 1));
  for (const { path, bytes } of files) {
    if (total <= limit * 0.75) break;
    await rm(path, { force: true }).catch(() => undefined);
    total -= bytes;
  }
  return total;
}

async function listFiles(directory: string): Promise<Stored[]> {
  const files: Stored[] = [];
  const names = await readdir(directory, { recursive: true }).catch((): string[] => []);
  for (const name of names) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => null);
    if (found?.isFile()) files.push({ path, bytes: found.size, used: found.mtimeMs });
  }
  return files;
}
