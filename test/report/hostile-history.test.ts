import fc from "fast-check";
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
  type TimelineContext,
} from "../../src/report/index.js";
import { ACTIVE, anyText, expectFits, expectHarmless, expectOneLine, WEB } from "./harmless.js";
import { hostileMatrix, hostileStrings } from "./hostile.js";
import {
  hostileBackports,
  hostileFindings,
  hostileScenarios,
  hostileTimeline,
  hostileUndoes,
} from "./hostile-history.js";

type Reporter = (text: string, format: MatrixFormat, context: TimelineContext & { all: boolean }) => string;

/** Every report about history, with the text at every place where text from outside is shown. */
const reporters: readonly Reporter[] = [
  (text, format, context) => renderTimeline(hostileTimeline(text), format, context),
  (text, format, context) => renderBackports(hostileBackports(text), format, context),
  (text, format, context) => renderUndoes(hostileUndoes(text), format, context),
  (text, format, context) =>
    renderReport(
      {
        matrix: hostileMatrix(text),
        timeline: hostileTimeline(text),
        backports: hostileBackports(text),
        findings: hostileFindings(text),
      },
      format,
      context,
    ),
  (text, format, context) => renderScenarios(hostileScenarios(text), format, context),
];

const contextOf = (text: string, lang: Lang, width = 80) => ({
  ...{ lang, width, color: false, webUrl: WEB },
  ...{ packTitle: text, statesKnown: true, all: false },
});

function reportsOf(text: string, format: MatrixFormat, lang: Lang): string[] {
  return reporters.map((report) => report(text, format, contextOf(text, lang)));
}

/** One at a time: a run of a property that draws all five takes seconds on a busy machine. */
const anyReporter = fc.constantFrom(...reporters);

describe("history at a terminal", () => {
  it.each(hostileStrings)("shows %j as text, wherever it stands", (text) => {
    for (const lang of langs)
      for (const report of reportsOf(text, "terminal", lang)) expect(report).not.toMatch(ACTIVE);
  });

  it("fits the width, whatever it tells", () => {
    const [width, lang] = [fc.integer({ min: 40, max: 160 }), fc.constantFrom(...langs)];
    fc.assert(
      fc.property(anyReporter, anyText, width, lang, (report, text, columns, of) =>
        expectFits(report(text, "terminal", contextOf(text, of, columns)), columns),
      ),
      { numRuns: 60, seed: 20261123 },
    );
  });
});

describe("history as Markdown", () => {
  it.each(hostileStrings)("shows %j as text, wherever it stands", (text) => {
    for (const lang of langs) for (const report of reportsOf(text, "markdown", lang)) expectHarmless(report);
  });

  it("shows any text as text", () => {
    fc.assert(
      fc.property(anyReporter, anyText, (report, text) =>
        expectHarmless(report(text, "markdown", contextOf(text, "en"))),
      ),
      { numRuns: 100, seed: 20261123 },
    );
  });
});

describe("history as JSON", () => {
  it.each(hostileStrings)("gives %j back as it was, and holds no character that would act", (text) => {
    const [timeline, backports, undoes, report, scenarios] = reportsOf(text, "json", "en");
    for (const rendered of [timeline, backports, undoes, report, scenarios]) expectOneLine(rendered ?? "");
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
