import { eastAsianWidth } from "get-east-asian-width";
import stringWidth from "string-width";

const PLAIN = /^[\x20-\x7e]*$/;

/** Characters that are never joined with others: Latin, punctuation, arrows, mathematics, frames, Chinese. */
const SINGLE =
  /^[\x20-\x7e\xa1-\xac\xae-\xff\u2010-\u2027\u2190-\u21ff\u2200-\u22ff\u2500-\u257f\u3001-\u3020\u4e00-\u9fff\uff01-\uff60]*$/;

export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Columns that printable text takes. Most of it needs no look at how Unicode joins characters, which takes long to get ready. */
export function widthOf(text: string): number {
  if (isPlain(text)) return text.length;
  if (!SINGLE.test(text)) return stringWidth(text);
  let width = 0;
  for (let index = 0; index < text.length; index++) width += eastAsianWidth(text.charCodeAt(index));
  return width;
}
