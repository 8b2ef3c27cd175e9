import type { Messages } from "../locales/index.js";
import type { Text } from "../text.js";
import { markdown } from "./escape.js";

/** A part of a report that may be left out when the whole grows too long; `title` names it then. */
export interface Section {
  readonly title: Text;
  readonly lines: readonly string[];
}

/** GitHub refuses comments and check summaries beyond 65 535 characters. */
const MOST = 64_000;

export function titled(title: Text, lines: readonly string[]): Section[] {
  return lines.length === 0 ? [] : [{ title, lines: [`#### ${markdown(title)}`, "", ...lines] }];
}

/** Folded away until a reader asks. */
export function folded(title: Text, lines: readonly string[]): Section[] {
  if (lines.length === 0) return [];
  const summary = `<details><summary>${markdown(title)}</summary>`;
  return [{ title, lines: [summary, "", ...lines, "", "</details>"] }];
}

/** The sections that fit, in order, and a word about those that do not. */
export function assemble(opening: readonly string[], sections: readonly Section[], messages: Messages): string {
  const left: Text[] = [];
  let text = opening.join("\n");
  for (const { title, lines } of sections) {
    const more = `\n\n${lines.join("\n")}`;
    if (text.length + more.length <= MOST) text += more;
    else left.push(title);
  }
  return left.length === 0 ? `${text}\n` : `${text}\n\n${markdown(messages.matrix.leftOut(left))}\n`;
}
