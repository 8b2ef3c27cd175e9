import type { Outline } from "./outline.js";
import { prose } from "./text.js";

/** An author's prose: paragraphs between blank lines, and points that begin with a dash. */
export function paragraphsOf(text: string): Outline["paragraphs"] {
  return text
    .split(/\n\s*\n|\n(?=\s*[-*] )/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => {
      const point = /^[-*] (.*)$/.exec(paragraph)?.[1];
      return { text: prose(point ?? paragraph), bullet: point !== undefined };
    });
}
