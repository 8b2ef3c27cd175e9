/** Finds which of some names occur in texts; the first question every blob is asked, so speed decides. */
export interface Needles {
  /** Any of the names occurs in the bytes. */
  inBytes(content: Buffer): boolean;
  inText(text: string): boolean;
}

/** Up to this many names, one search for each beats one for all: measured in docs/performance.md. */
const FEW = 6;

export function needlesFor(names: readonly string[]): Needles {
  if (names.length === 0) return { inBytes: () => false, inText: () => false };
  // Names are looked for in the bytes as latin1, where a name beyond ASCII is its UTF-8 bytes.
  const encoded = names.map((name) => Buffer.from(name, "utf8"));
  const bytes = new RegExp(encoded.map((name) => escape(name.toString("latin1"))).join("|"));
  const text = new RegExp(names.map(escape).join("|"));
  return {
    inBytes:
      names.length <= FEW
        ? (content) => encoded.some((name) => content.indexOf(name) >= 0)
        : (content) => bytes.test(content.toString("latin1")),
    inText: (each) => text.test(each),
  };
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
