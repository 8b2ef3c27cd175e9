import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { open, realpath, rename, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Failure } from "../primitives/index.js";
import { cleanLater } from "./cleanup.js";
import type { Io } from "./io.js";

/** Where a result goes. Checked before the work begins, so that nobody waits for a report that cannot be kept. */
export interface Output {
  write(text: string): Promise<void>;
}

export async function prepareOutput(file: string | null, io: Io): Promise<Output> {
  if (file === null) return { write: (text) => writeStandardOutput(text, io) };
  const path = resolve(io.cwd, file);
  const target = await kindOf(path, file);
  if (target === "directory") throw new Failure("output.is-a-directory", { file });
  if (target === "special") return { write: (text) => explained(file, () => writeInPlace(path, text)) };
  const directory = dirname(path);
  const parent = await kindOf(directory, file);
  if (parent !== "directory") throw new Failure("output.no-directory", { file, directory });
  return { write: (text) => explained(file, () => writeAtomically(path, text)) };
}

async function writeStandardOutput(text: string, io: Io): Promise<void> {
  await explained("standard output", () => io.stdout.write(text));
}

/** Devices and pipes are written to; a link is followed, so that it stays one. */
async function kindOf(path: string, file: string): Promise<"missing" | "file" | "directory" | "special"> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "directory" : found.isFile() ? "file" : "special";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return "missing";
    throw explain(error, file);
  }
}

/** Readers see the old file or the new one, never half of it. */
async function writeAtomically(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const draft = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString("hex")}.tmp`);
  const settle = cleanLater(() => rmSync(draft, { force: true }));
  try {
    const mode = await stat(target).then(
      (found) => found.mode & 0o777,
      () => 0o666,
    );
    const handle = await open(draft, "wx", mode);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    await rename(draft, target);
    settle("keep");
  } finally {
    settle();
  }
}

async function writeInPlace(path: string, text: string): Promise<void> {
  const handle = await open(path, "w");
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

async function explained(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw explain(error, file);
  }
}

function explain(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const options = { cause: error };
  if (code === undefined) return error;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return new Failure("output.no-permission", { file }, options);
  if (code === "ENOSPC" || code === "EDQUOT") return new Failure("output.no-space", { file }, options);
  return new Failure("output.failed", { file, reason: code }, options);
}
