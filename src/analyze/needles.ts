/** A text that is looked for. */
export interface Needle {
  readonly text: string;
  /** Only as a whole word, not as a part of one. */
  readonly whole: boolean;
}

/** The places where needles begin in the bytes of a source; every blob is asked, so speed decides. */
export type FindNeedles = (content: Buffer) => number[];

/**
 * One expression for all needles: with two and more it is faster than a search for each, see
 * docs/performance.md. Bytes are searched as latin1, where a name beyond ASCII is its UTF-8 bytes.
 */
export function needleFinder(needles: readonly Needle[]): FindNeedles {
  if (needles.length === 0) return () => [];
  const encoded = needles.map(({ text, whole }) => ({ text: Buffer.from(text, "utf8").toString("latin1"), whole }));
  const any = new RegExp(encoded.map(patternOf).join("|"), "g");
  return (content) => Array.from(content.toString("latin1").matchAll(any), ({ index }) => index);
}

/** Boundaries are asked for only beside ASCII: beyond it `\b` does not know what a word is. */
function patternOf({ text, whole }: Needle): string {
  const pattern = text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return whole ? (/^\w/.test(text) ? "\\b" : "") + pattern + (/\w$/.test(text) ? "\\b" : "") : pattern;
}
