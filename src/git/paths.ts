/**
 * Decodes a path of a tree. git keeps bytes; we show UTF-8, and a byte that is not
 * UTF-8 as `\xNN`. A backslash of the name itself is left alone, so in theory two names
 * look alike; a path is for people to read and for rules to match, never to open a file.
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
