import { eastAsianWidth } from "get-east-asian-width";
import type StringWidth from "string-width";
import { whenNeeded } from "../../primitives/index.js";

const PLAIN = /^[\x20-\x7e]*$/;

/** Characters that are never joined with others: Latin, punctuation, arrows, mathematics, frames, Chinese. */
const SINGLE =
  /^[\x20-\x7e\xa1-\xac\xae-\xff\u2010-\u2027\u2190-\u21ff\u2200-\u22ff\u2500-\u257f\u3001-\u3020\u4e00-\u9fff\uff01-\uff60]*$/;

// How Unicode joins characters is looked up for texts that may hold such only: to get that ready takes longer than the rest.

/** Columns that printable text takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  if (!SINGLE.test(text)) return joinedWidth(text);
  let width = 0;
  for (let index = 0; index < text.length; index++) width += eastAsianWidth(text.charCodeAt(index));
  return width;
}

const library = whenNeeded<{ readonly default: typeof StringWidth }>("string-width");

function joinedWidth(text: string): number {
  return library().default(text);
}

let graphemes: Intl.Segmenter | null = null;

/** What a reader takes for characters: grapheme clusters (https://unicode.org/reports/tr29/). */
export function charactersOf(text: string): string[] {
  if (SINGLE.test(text)) return [...text];
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
