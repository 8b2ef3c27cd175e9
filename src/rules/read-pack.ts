import { open } from "node:fs/promises";
import { Failure } from "../primitives/index.js";
import { SIZE_LIMIT } from "./decode.js";
import type { LoadedPack } from "./load-pack.js";

/** Reads and loads a pack's file. What is wrong with its text is in the answer; only a file that cannot be read fails. */
export async function readPack(file: string): Promise<LoadedPack> {
  return understandPack(file, await readBeginning(file));
}

/** What `loadPack` says of bytes that are at hand. It is loaded when they are to be read, with the parser and the schemas. */
export async function understandPack(file: string, bytes: Uint8Array): Promise<LoadedPack> {
  const { loadPack } = await import("./load-pack.js");
  return loadPack(file, bytes);
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
