import stringWidth from "string-width";

const PLAIN = /^[\x20-\x7e]*$/;

export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Columns that printable text takes; most of it is ASCII, which needs no look at Unicode's tables. */
export function widthOf(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text);
}
