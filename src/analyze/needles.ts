/** Finds which of some names occur in texts; the first question every blob is asked, so speed decides. */
export interface Needles {
  /** Any of the names occurs in the bytes. */
  inBytes(content: Buffer): boolean;
  inText(text: string): boolean;
}

/** Up to this many names, one search for each beats one for all: measured in docs/performance.md. */
const FEW = 6;

/** Looks for names wherever they stand, or only as whole words. */
export function needlesFor(names: readonly string[], where: "anywhere" | "words" = "anywhere"): Needles {
  if (names.length === 0) return { inBytes: () => false, inText: () => false };
  const sourceOf = where === "words" ? wholeWord : escaped;
  // Names are looked for in the bytes as latin1, where a name beyond ASCII is its UTF-8 bytes.
  const encoded = names.map((name) => Buffer.from(name, "utf8"));
  const bytes = new RegExp(encoded.map((name) => sourceOf(name.toString("latin1"))).join("|"));
  const text = new RegExp(names.map(sourceOf).join("|"));
  const mayHold =
    names.length <= FEW ? (content: Buffer) => encoded.some((name) => content.includes(name)) : () => true;
  return {
    inBytes: (content) => mayHold(content) && bytes.test(content.toString("latin1")),
    inText: (each) => text.test(each),
  };
}

/** Boundaries are asked for only beside ASCII: beyond it `\b` does not know what a word is. */
function wholeWord(name: string): string {
  return (/^\w/.test(name) ? "\\b" : "") + escaped(name) + (/\w$/.test(name) ? "\\b" : "");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
