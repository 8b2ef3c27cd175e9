/**
 * Decodes a path of a tree. git keeps bytes; we show UTF-8. A byte that is not UTF-8
 * becomes `\xNN`, and so does nothing else: a backslash of the name stays alone, so
 * `a\xff` may in theory mean two files. Such names are for people to read.
 */
export function decodePath(bytes: Buffer, start = 0, end = bytes.length): string {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) >= 0x80) return decodeCarefully(bytes.subarray(start, end));
  return bytes.toString("latin1", start, end);
}

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeCarefully(bytes: Buffer): string {
  try {
    return STRICT.decode(bytes);
  } catch {
    let path = "";
    for (let at = 0; at < bytes.length; ) {
      const length = sequenceLength(bytes, at);
      path +=
        length === 0 ? `\\x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}` : bytes.toString("utf8", at, at + length);
      at += Math.max(length, 1);
    }
    return path;
  }
}

/** Bytes of the well-formed UTF-8 sequence at `at`, 0 when there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    STRICT.decode(bytes.subarray(at, at + length));
    return at + length <= bytes.length ? length : 0;
  } catch {
    return 0;
  }
}
