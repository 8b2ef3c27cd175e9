import { Buffer } from "node:buffer";

/**
 * Names in a story may hold bytes that are no UTF-8: `\xff` stands for that
 * byte, as in the rest of the program.
 */
export function bytesOf(text: string): Buffer {
  const parts = text.split(/\\x([0-9a-f]{2})/);
  return Buffer.concat(parts.map((part, at) => Buffer.from(part, at % 2 === 1 ? "hex" : "utf8")));
}

/** A path in quotes, as fast-import reads it; `\xNN` is left for `bytesOf`. */
export function quotePath(path: string): string {
  return `"${path
    .replace(/\\(?!x[0-9a-f]{2})/g, "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")}"`;
}
