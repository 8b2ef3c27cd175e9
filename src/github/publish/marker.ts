import { createHash } from "node:crypto";

/** What every comment of ours begins with; people do not see it. */
const BEGINNING = "<!-- volteface:report";
const FOLDED = `${BEGINNING} folded`;

/** A comment's text under its marker, which says what it was made from. */
export function marked(body: string, { mergeBase, head }: { mergeBase: string | null; head: string }): string {
  return `${BEGINNING} base=${mergeBase ?? "none"} head=${head} -->\n${body}`;
}

export function markedAsFolded(line: string): string {
  return `${FOLDED} -->\n${line}\n`;
}

/** Whether a text is one of ours, whoever wrote it. */
export function isMarked(body: string): boolean {
  return body.startsWith(BEGINNING);
}

export function isFolded(body: string): boolean {
  return body.startsWith(FOLDED);
}

/** Two texts are the same when this is; GitHub changes line ends, and drops white space at the end. */
export function hashOf(body: string): string {
  return createHash("sha256").update(body.replaceAll("\r\n", "\n").trimEnd()).digest("hex");
}
