import type { Text } from "../text.js";
import { plain } from "./escape.js";
import { fold } from "./fold.js";
import type { Paint, Style } from "./style.js";

/** Draws the parts of a report that are not tables. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
}

export function heading(text: Text, page: Page): string[] {
  return ["", ...fold(plain(text), page.width).map((line) => page.paint("strong", line))];
}

/** A folded paragraph, hanging under its bullet or indent. */
export function paragraph(
  text: Text,
  page: Page,
  { indent = 0, bullet = "", style = "plain" }: { indent?: number; bullet?: string; style?: Style } = {},
): string[] {
  const hang = " ".repeat(indent + bullet.length);
  const lines = fold(plain(text), Math.max(10, page.width - hang.length));
  return lines.map((line, index) => (index === 0 ? " ".repeat(indent) + bullet : hang) + page.paint(style, line));
}
