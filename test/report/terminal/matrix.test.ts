import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { langs, renderMatrix } from "../../../src/report/index.js";
import { foundingCase } from "../founding-case.js";
import { hostileContext, hostileMatrix, hostileStrings } from "../hostile.js";
import { manyRefs } from "../many-refs.js";

/** Everything but ordinary characters, spaces and the line ends between our lines. */
const ACTIVE = /[^\P{C}\n]|[\u2028\u2029]/u;

function tableLines(text: string): string[] {
  return text.split("\n").filter((line) => /^[│┌├└]/.test(line));
}

/** Lines of equal width, block after block. */
function expectAligned(text: string, width: number): void {
  let block = 0;
  for (const line of tableLines(text)) {
    if (line.startsWith("┌")) block = stringWidth(line);
    expect(stringWidth(line), line).toBe(block);
    expect(block).toBeLessThanOrEqual(width);
  }
}

describe("a terminal report", () => {
  it.each(hostileStrings)("draws %j as text, wherever it stands", (text) => {
    for (const lang of langs) {
      const report = renderMatrix(hostileMatrix(text), "terminal", { ...hostileContext(text), lang });
      expect(report).not.toMatch(ACTIVE);
      expectAligned(report, 80);
    }
  });

  it("keeps its table aligned and inside the width, whatever the names and the width are", () => {
    const texts = fc.oneof(
      fc.constantFrom(...hostileStrings),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(..."热迁移（，）abc -/._"), maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 200 }), fc.constantFrom(...langs), (text, width, lang) => {
        const report = renderMatrix(hostileMatrix(text), "terminal", { ...hostileContext(text), lang, width });
        expect(report).not.toMatch(ACTIVE);
        expectAligned(report, width);
      }),
      { numRuns: 150, seed: 20261123 },
    );
  });

  it("fits 80 columns except for addresses, which must stay whole", () => {
    for (const lang of langs) {
      const context = { ...hostileContext("热迁移 migration"), lang, webUrl: "https://github.com/kubeovn/kube-ovn" };
      const lines = [...[foundingCase, manyRefs()].map((matrix) => renderMatrix(matrix, "terminal", context))]
        .flatMap((report) => report.split("\n"))
        .filter((line) => !line.includes("https://"));
      for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  it("tells the same with colour as without", () => {
    const context = { ...hostileContext("plain"), width: 100 };
    const coloured = renderMatrix(foundingCase, "terminal", { ...context, color: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is made of them
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(renderMatrix(foundingCase, "terminal", context));
    expect(coloured).not.toBe(renderMatrix(foundingCase, "terminal", context));
  });
});
