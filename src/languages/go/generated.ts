import { ByteCursor } from "./byte-cursor.js";

/** https://go.dev/s/generatedcode: the line stands before the first text that is neither comment nor blank. */
const MARK = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/m;

export function isGenerated(source: Buffer): boolean {
  const cursor = new ByteCursor(source);
  const start = cursor.position;
  cursor.skipSpace();
  return MARK.test(source.toString("latin1", start, cursor.position));
}
