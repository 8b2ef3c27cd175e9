import { createHash } from "node:crypto";

/**
 * A file of the store: `VFS1`, SHA-256 of all that follows, length of the key (4 bytes,
 * big endian), key in UTF-8, value. The key is kept because the file's name is only its hash.
 */
const MAGIC = Buffer.from("VFS1", "latin1");
const CHECKSUM_BYTES = 32;
const KEY_AT = MAGIC.length + CHECKSUM_BYTES + 4;

export function encodeEntry(key: string, value: Uint8Array): Buffer {
  const name = Buffer.from(key, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  return Buffer.concat([MAGIC, checksum([length, name, value]), length, name, value]);
}

/** The value of a file, null when the file is not whole, not ours, or of another key. */
export function decodeEntry(key: string, file: Buffer): Uint8Array | null {
  if (file.length < KEY_AT || !file.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const content = file.subarray(MAGIC.length + CHECKSUM_BYTES);
  if (!checksum([content]).equals(file.subarray(MAGIC.length, MAGIC.length + CHECKSUM_BYTES))) return null;
  const keyEnd = KEY_AT + content.readUInt32BE(0);
  return file.toString("utf8", KEY_AT, keyEnd) === key ? file.subarray(keyEnd) : null;
}

function checksum(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
