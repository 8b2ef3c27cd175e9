import stringWidth from "string-width";

const PLAIN = /^[\x20-\x7e]*$/;

/** Columns that printable text takes; most of it is ASCII, which needs no look at Unicode's tables. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}
