import { isUtf8 } from "node:buffer";

/** Larger than any file of rules or settings a person would write, small enough to read without a thought. */
export const SIZE_LIMIT = 1_000_000;

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly line: number;
      readonly column: number;
      readonly message: string;
      readonly hint: string;
    };

/** Bytes to text: refuses what is too large or not UTF-8, and tells where. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > SIZE_LIMIT)
    return {
      ok: false,
      line: 1,
      column: 1,
      message: "the file is larger than 1 MB, the most that is read",
      hint: "Check that this is the right file; a person would not write one this large.",
    };
  if (!isUtf8(bytes)) return { ok: false, ...firstBadByte(bytes), ...NOT_UTF8 };
  return { ok: true, text: new TextDecoder("utf-8").decode(bytes) };
}

const NOT_UTF8 = {
  message: "the file is not UTF-8 text",
  hint: 'Save it with the encoding "UTF-8".',
};

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
