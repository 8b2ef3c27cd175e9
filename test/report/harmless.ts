import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import stringWidth from "string-width";
import { expect } from "vitest";

/** The address under which hostile reports may link. */
export const WEB = "https://github.com/a/b";

/** Everything but ordinary characters, spaces and the line ends between our lines. */
export const ACTIVE = /[^\P{C}\n]|[\u2028\u2029]/u;

export const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."ab|\\<>*_~[]()!#@&;:/. -\n\t1$热"), maxLength: 30 }),
);

/** Text that a terminal shows and does not act on, and that stays within its width. */
export function expectFits(report: string, width: number): void {
  expect(report).not.toMatch(ACTIVE);
  expect(report.split("\n").filter((line) => stringWidth(line) > width)).toEqual([]);
}

/** One line of JSON that holds no character that would act. */
export function expectOneLine(report: string): void {
  expect(report).not.toMatch(ACTIVE);
  expect(report.indexOf("\n")).toBe(report.length - 1);
}

/** Markdown with no HTML, link, mention or list but our own. */
export function expectHarmless(report: string): void {
  expect(report).not.toMatch(ACTIVE);
  // Folding is the only HTML that we write.
  const html = micromark(report.replace(/^<\/?details>.*$/gm, ""), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  for (const [, address] of html.matchAll(/href="([^"]*)"/g))
    expect(address).toMatch(
      /^https:\/\/github\.com\/a\/b\/(commit\/[0-9a-f]{40}|pull\/\d+|issues\/\d+|blob\/[0-9a-f]{40}\/\S+)$/,
    );
  expect(html).not.toMatch(/<(?!\/?(a|p|ul|ol|li|code|pre|strong|h3|h4|table|thead|tbody|tr|th|td)\b)/);
  expect(html).not.toContain("<ol");
  const text = html
    .replace(/<pre>[\s\S]*?<\/pre>/g, "")
    .replace(/<code>[\s\S]*?<\/code>/g, "code")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&amp;", "&");
  expect(text).not.toMatch(/@\w|(?<!&)#\d|https?:\/\/|www\./);
}
