import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Lang,
  langs,
  type MatrixFormat,
  renderExplainedFinding,
  renderExplainedRule,
  renderReplay,
  renderReview,
} from "../../src/report/index.js";
import { anyText, expectFits, expectHarmless, expectOneLine } from "./harmless.js";
import { hostileStrings } from "./hostile.js";
import {
  hostileBehind,
  hostileExplained,
  hostileReplay,
  hostileReview,
  hostileReviewContext,
  hostileRule,
} from "./hostile-review.js";

type Reporter = (text: string, format: MatrixFormat, lang: Lang, width?: number) => string;

/** Every report about a change, with the text at every place where text from outside is shown. */
const reporters: readonly Reporter[] = [
  (text, format, lang, width = 80) =>
    renderReview(hostileReview(text), format, hostileReviewContext(text, { lang, width })),
  (text, format, lang, width = 80) => {
    const alone = { ...hostileReview(text), base: null, resolved: [], stated: [], changes: [], relations: [] };
    return renderReview(alone, format, hostileReviewContext(text, { lang, width }));
  },
  (text, format, lang, width = 80) =>
    renderReplay(hostileReplay(text), format, hostileReviewContext(text, { lang, width })),
  ...[0, 1, 2].map(
    (index): Reporter =>
      (text, format, lang, width = 80) => {
        const [explained] = hostileExplained(text).slice(index);
        if (explained === undefined) throw new Error("three states are explained");
        return renderExplainedFinding(explained, format, hostileReviewContext(text, { lang, width }));
      },
  ),
  (text, format, lang, width = 80) => renderExplainedRule(hostileRule(text), format, { lang, width, color: false }),
];

const anyReporter = fc.constantFrom(...reporters);

describe("a review at a terminal", () => {
  it.each(hostileStrings)("shows %j as text, within 80 columns", (text) => {
    for (const lang of langs) for (const report of reporters) expectFits(report(text, "terminal", lang), 80);
  });

  it("fits the width, whatever it tells", () => {
    const [width, lang] = [fc.integer({ min: 40, max: 160 }), fc.constantFrom(...langs)];
    fc.assert(
      fc.property(anyReporter, anyText, width, lang, (report, text, columns, of) =>
        expectFits(report(text, "terminal", of, columns), columns),
      ),
      { numRuns: 60, seed: 20261126 },
    );
  });
});

describe("a review as Markdown", () => {
  it.each(hostileStrings)("shows %j as text, wherever it stands", (text) => {
    for (const lang of langs) for (const report of reporters) expectHarmless(report(text, "markdown", lang));
  });

  it.each(hostileStrings)("folds away what stands behind it, with %j as text", (text) => {
    const context = { ...hostileReviewContext(text, { lang: "zh-CN", width: 80 }), behind: hostileBehind(text) };
    expectHarmless(renderReview({ ...hostileReview(text), findings: [] }, "markdown", context));
  });

  it("shows any text as text", () => {
    fc.assert(
      fc.property(anyReporter, anyText, (report, text) => expectHarmless(report(text, "markdown", "en"))),
      { numRuns: 60, seed: 20261126 },
    );
  });
});

describe("a review as JSON", () => {
  it.each(hostileStrings)("gives %j back as it was, and holds no character that would act", (text) => {
    for (const report of reporters) expectOneLine(report(text, "json", "en"));
    const [review, , replay, explained] = reporters.map((report) => JSON.parse(report(text, "json", "en")));
    const given = hostileReview(text);
    expect(review).toMatchObject({ base: given.base, changes: given.changes, remarks: given.remarks });
    expect(review.findings).toMatchObject(given.findings.map(({ facts: { rule: _, ...facts } }) => ({ facts })));
    expect(review.stated.map(({ reason }: { reason: string }) => reason)).toEqual(given.stated.map(() => text));
    expect(replay).toMatchObject({ ref: text, comments: [{ subject: text }, { date: text }], months: [{}, {}] });
    expect(explained).toMatchObject({ id: text, steps: hostileExplained(text)[0]?.steps });
  });
});

describe("a review as SARIF", () => {
  it.each(hostileStrings)("holds %j and no character that would act", (text) => {
    for (const lang of langs)
      expectOneLine(renderReview(hostileReview(text), "sarif", hostileReviewContext(text, { lang, width: 80 })));
  });
});
