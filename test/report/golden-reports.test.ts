import { describe, it } from "vitest";
import { langs, matrixFormats, type RenderContext, renderMatrix } from "../../src/report/index.js";
import { foundingAlignment, foundingCase, foundingEvidence } from "./founding-case.js";
import { expectGolden } from "./golden.js";
import { manyRefs } from "./many-refs.js";

const endings = { terminal: "txt", markdown: "md", json: "json" } as const;

const plainContext: RenderContext = {
  lang: "en",
  width: 80,
  color: false,
  webUrl: "https://github.com/kubeovn/kube-ovn",
  packTitle: "Live migration of virtual machines",
};

describe.each(langs)("reports in %s", (lang) => {
  it.each(matrixFormats)("tell the founding case as %s", (format) => {
    expectGolden(
      `founding-case.${lang}.${endings[format]}`,
      renderMatrix(foundingCase, format, { ...plainContext, lang }),
    );
  });

  it.each(matrixFormats)("tell evidence and alignment as %s", (format) => {
    const context = { ...plainContext, lang, evidence: foundingEvidence, align: foundingAlignment };
    expectGolden(`evidence.${lang}.${endings[format]}`, renderMatrix(foundingCase, format, context));
  });

  it.each(["terminal", "markdown"] as const)("keep 63 refs readable as %s", (format) => {
    expectGolden(`many-refs.${lang}.${endings[format]}`, renderMatrix(manyRefs(), format, { ...plainContext, lang }));
  });
});

describe("reports", () => {
  it("use the width they get", () => {
    expectGolden("wide.en.txt", renderMatrix(manyRefs(), "terminal", { ...plainContext, width: 140 }));
  });

  it("colour only what can also be read without colour", () => {
    expectGolden("colour.en.txt", renderMatrix(foundingCase, "terminal", { ...plainContext, color: true }));
  });

  it("say when everything agrees, when not all could be read, and when there is nothing to compare", () => {
    const [first, second] = foundingCase.refs;
    const of = (refs: readonly (typeof first)[]) => ({
      ...foundingCase,
      refs: refs.filter((ref) => ref !== undefined),
      cells: foundingCase.cells.filter((cell) => refs.some((ref) => ref?.ref === cell.ref)),
      operations: [],
      writers: [],
      differences: [],
    });
    expectGolden("agreeing.en.txt", renderMatrix(of([first, second]), "terminal", plainContext));
    const unsure = { ...second, status: "incomplete", problems: ["a tree is missing"] } as typeof second;
    expectGolden("unsure.en.txt", renderMatrix(of([first, unsure]), "terminal", plainContext));
    expectGolden("alone.en.txt", renderMatrix(of([first]), "terminal", plainContext));
  });
});
