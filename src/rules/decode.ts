import { isUtf8 } from "node:buffer";
import type { Fault } from "./fault.js";

/** Larger than any file of rules or settings a person would write, small enough to read without a thought. */
export const SIZE_LIMIT = 1_000_000;

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly fault: Fault };

/** Bytes to text: refuses what is too large or not UTF-8, and tells where. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > SIZE_LIMIT) return { ok: false, line: 1, column: 1, fault: { code: "too-large" } };
  if (!isUtf8(bytes)) return { ok: false, ...firstBadByte(bytes), fault: { code: "not-utf8" } };
  return { ok: true, text: new TextDecoder("utf-8").decode(bytes) };
}

function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let column = 1;
  for (const byte of bytes) {
    try {
      const text = decoder.decode(Uint8Array.of(byte), { stream: true });
      if (text === "\n") [line, column] = [line + 1, 1];
      else column += text.length;
    } catch {
      break;
    }
  }
  return { line, column };
}
