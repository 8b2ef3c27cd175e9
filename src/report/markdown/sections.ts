import type { Messages } from "../locales/index.js";
import type { Text } from "../text.js";
import { markdown } from "./escape.js";

/** A part of a report that may be left out when the whole grows too long; `title` names it then. */
export interface Section {
  readonly title: Text;
  readonly lines: readonly string[];
  /** Sections of one title share its heading, which stands above the first of them that is drawn. */
  readonly heading?: string;
  /** Those that yield more are left out first; 0 unless told. */
  readonly yields?: number;
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
  const text = opening.join("\n");
  const fitting = thatFit(sections, MOST - text.length);
  const drawn = sections.filter((section) => fitting.has(section));
  const parts = drawn.map(({ title, heading, lines }, index) => {
    const begins = heading !== undefined && drawn[index - 1]?.title !== title;
    return `\n\n${[...(begins ? [heading, ""] : []), ...lines].join("\n")}`;
  });
  const left = sections.filter((section) => !fitting.has(section));
  return `${text}${parts.join("")}${left.length === 0 ? "" : `\n\n${leftOut(left, drawn, messages)}`}\n`;
}

function thatFit(sections: readonly Section[], room: number): Set<Section> {
  const fitting = new Set<Section>();
  const cut = new Set<Text>();
  let left = room;
  for (const section of [...sections].sort((a, b) => (a.yields ?? 0) - (b.yields ?? 0))) {
    const length = [section.heading ?? "", "", "", ...section.lines].join("\n").length;
    const piece = section.yields !== undefined;
    // What has begun to be cut is not continued with a hole in it.
    if (length > left || (piece && cut.has(section.title))) cut.add(section.title);
    else {
      left -= length;
      fitting.add(section);
    }
  }
  return fitting;
}

function leftOut(left: readonly Section[], drawn: readonly Section[], { matrix }: Messages): string {
  const shown = new Set(drawn.map(({ title }) => title));
  const titles = [...new Set(left.map(({ title }) => title))];
  return markdown(matrix.leftOut(titles.map((title) => (shown.has(title) ? matrix.partOf(title) : title))));
}
