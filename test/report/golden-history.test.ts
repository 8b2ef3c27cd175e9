import { describe, it } from "vitest";
import {
  langs,
  matrixFormats,
  renderBackports,
  renderReport,
  renderTimeline,
  renderUndoes,
  type TimelineContext,
} from "../../src/report/index.js";
import { foundingWithOlder } from "./founding-case.js";
import { foundingFindings } from "./founding-findings.js";
import { foundingBackports, foundingTimeline, foundingUndoes, quietTimeline } from "./founding-history.js";
import { expectGolden } from "./golden.js";

const endings = { terminal: "txt", markdown: "md", json: "json" } as const;

const context: TimelineContext & { all: boolean } = {
  lang: "en",
  width: 80,
  color: false,
  webUrl: "https://github.com/kubeovn/kube-ovn",
  packTitle: "Live migration of virtual machines",
  statesKnown: true,
  all: false,
};

describe.each(langs)("the history of the founding case in %s", (lang) => {
  it.each(matrixFormats)("is told as %s", (format) => {
    const of = { ...context, lang };
    const name = (what: string) => `${what}.${lang}.${endings[format]}`;
    expectGolden(name("timeline"), renderTimeline(foundingTimeline, format, of));
    expectGolden(name("backports"), renderBackports(foundingBackports, format, of));
    expectGolden(name("undoes"), renderUndoes(foundingUndoes, format, of));
  });

  it.each(matrixFormats)("stands in one report as %s", (format) => {
    const report = {
      matrix: foundingWithOlder,
      timeline: foundingTimeline,
      backports: foundingBackports,
      findings: foundingFindings,
    };
    const of = { ...context, lang, statesKnown: false };
    expectGolden(`report.${lang}.${endings[format]}`, renderReport(report, format, of));
  });

  it("is short where there is nothing to tell", () => {
    const of = { ...context, lang };
    const texts = [
      renderTimeline(quietTimeline, "terminal", of),
      renderBackports({ ...foundingBackports, behavior: null, changes: [] }, "terminal", { ...of, packTitle: null }),
      renderUndoes(
        {
          ...foundingUndoes,
          answers: [{ change: "HEAD", commit: "a".repeat(40), base: null, undone: [] }],
          remarks: [],
        },
        "terminal",
        of,
      ),
    ];
    expectGolden(`quiet-history.${lang}.txt`, texts.join("\n"));
  });
});
