import { open } from "node:fs/promises";
import { Failure } from "../primitives/index.js";
import { SIZE_LIMIT } from "./decode.js";
import type { LoadedPack } from "./load-pack.js";
import type { Pack } from "./pack.js";
import { InvalidFile } from "./problem.js";

// Loading brings the parser and the schemas along, so it is brought itself when a pack is to be read.

/** Reads and loads a pack's file. What is wrong with its text is in the answer; only a file that cannot be read fails. */
export async function readPack(file: string): Promise<LoadedPack> {
  const { loadPack } = await import("./load-pack.js");
  return loadPack(file, await readBeginning(file));
}

/** The pack of bytes that are at hand; `name` stands for them in messages. Fails with `InvalidFile`. */
export async function understandPack(name: string, bytes: Uint8Array): Promise<Pack> {
  const { loadPack } = await import("./load-pack.js");
  const loaded = loadPack(name, bytes);
  if (!loaded.ok) throw new InvalidFile("rules.invalid-pack", name, loaded.problems);
  return loaded.pack;
}

/** One byte more than a file may have, so that loading refuses a huge one without anyone reading it. */
export async function readBeginning(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file);
    try {
      const buffer = Buffer.alloc(SIZE_LIMIT + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw explain(error, file);
  }
}

function explain(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return new Failure("rules.no-such-file", { file }, { cause: error });
  if (code === "EISDIR") return new Failure("rules.file-is-a-folder", { file }, { cause: error });
  if (code === undefined) return error;
  return new Failure("rules.file-unreadable", { file, reason: code }, { cause: error });
}
