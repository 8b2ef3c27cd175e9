import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import {
  type Lang,
  langs,
  type MatrixFormat,
  renderBackports,
  renderReport,
  renderScenarios,
  renderTimeline,
  renderUndoes,
} from "../../src/report/index.js";
import { hostileMatrix, hostileStrings } from "./hostile.js";
import {
  hostileBackports,
  hostileFindings,
  hostileScenarios,
  hostileTimeline,
  hostileUndoes,
} from "./hostile-history.js";

const WEB = "https://github.com/a/b";

/** Every report about history with the text everywhere. */
function reportsOf(text: string, format: MatrixFormat, lang: Lang, width = 80): string[] {
  const context = { lang, width, color: false, webUrl: WEB, packTitle: text, statesKnown: true, all: false };
  const [timeline, backports] = [hostileTimeline(text), hostileBackports(text)];
  return [
    renderTimeline(timeline, format, context),
    renderBackports(backports, format, context),
    renderUndoes(hostileUndoes(text), format, context),
    renderReport(
      { matrix: hostileMatrix(text), timeline, backports, findings: hostileFindings(text) },
      format,
      context,
    ),
    renderScenarios(hostileScenarios(text), format, context),
  ];
}

/** Everything but ordinary characters, spaces and the line ends between our lines. */
const ACTIVE = /[^\P{C}\n]|[\u2028\u2029]/u;

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."ab|\\<>*_~[]()!#@&;:/. -\n\t1$热"), maxLength: 30 }),
);

describe("history at a terminal", () => {
  it.each(hostileStrings)("shows %j as text, wherever it stands", (text) => {
    for (const lang of langs)
      for (const report of reportsOf(text, "terminal", lang)) expect(report).not.toMatch(ACTIVE);
  });

  it("fits the width, whatever it tells", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 40, max: 160 }), fc.constantFrom(...langs), (text, width, lang) => {
        for (const report of reportsOf(text, "terminal", lang, width)) {
          expect(report).not.toMatch(ACTIVE);
          for (const line of report.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 40, seed: 20261123 },
    );
  });
});

function expectHarmless(report: string): void {
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

describe("history as Markdown", () => {
  it.each(hostileStrings)("shows %j as text, wherever it stands", (text) => {
    for (const lang of langs) for (const report of reportsOf(text, "markdown", lang)) expectHarmless(report);
  });

  it("shows any text as text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const report of reportsOf(text, "markdown", "en")) expectHarmless(report);
      }),
      { numRuns: 60, seed: 20261123 },
    );
  });
});

describe("history as JSON", () => {
  it.each(hostileStrings)("gives %j back as it was, and holds no character that would act", (text) => {
    const [timeline, backports, undoes, report, scenarios] = reportsOf(text, "json", "en");
    for (const rendered of [timeline, backports, undoes, report, scenarios]) {
      expect(rendered).not.toMatch(ACTIVE);
      expect(rendered?.indexOf("\n")).toBe((rendered?.length ?? 0) - 1);
    }
    const same = (rendered: string | undefined, answer: unknown) =>
      expect(JSON.parse(rendered ?? "")).toEqual(JSON.parse(JSON.stringify(answer)));
    same(timeline, hostileTimeline(text));
    same(backports, hostileBackports(text));
    same(undoes, hostileUndoes(text));
    same(scenarios, hostileScenarios(text));
    expect(JSON.parse(report ?? "")).toMatchObject({
      behavior: text,
      timeline: { ref: text },
      backports: { from: text },
      findings: [{ id: text, facts: { message: text } }, { facts: { keys: [text] } }],
    });
  });
});
