import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { langs, renderMatrix } from "../../../src/report/index.js";
import { foundingCase } from "../founding-case.js";
import { hostileContext, hostileMatrix, hostileStrings } from "../hostile.js";

/** What GitHub would read as Markdown: everything outside fences and code spans, escapes taken away. */
function outsideCode(text: string): string {
  const unfenced = text.replace(/^(`{3,})diff\n[\s\S]*?\n\1$/gm, "");
  const spanless = unfenced
    .split("\n")
    .map((line) => line.replace(/(?<![\\`])(`+)(?!`)(?:(?!\1(?!`))[\s\S])*?[^`]\1(?!`)/g, "code"))
    .join("\n");
  return spanless.replace(/\\[!-/:-@[-`{-~]/g, "");
}

function expectHarmless(report: string): void {
  const text = outsideCode(report);
  const ours = /^<details><summary>[^<]*<\/summary>$|^<\/details>$/;
  for (const line of text.split("\n").filter((each) => !ours.test(each))) {
    expect(line).not.toMatch(/[<>]|@\w|(?<!&)#\d|javascript:|!\[/);
    expect(line.replace(/\(https:\/\/github\.com\/a\/b\/blob\/[^\s()]*\)/g, "")).not.toMatch(/https?:\/\/|www\./);
  }
  const rows = report.split("\n").filter((line) => line.startsWith("| "));
  for (const row of rows) expect(row.match(/(?<!\\)\|/g), row).toHaveLength(4);
  expect(report).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
}

describe("a Markdown report", () => {
  it.each(hostileStrings)("shows %j as text, wherever it stands", (text) => {
    for (const lang of langs) {
      const context = { ...hostileContext(text), lang, webUrl: "https://github.com/a/b" };
      expectHarmless(renderMatrix(hostileMatrix(text), "markdown", context));
    }
  });

  it("shows any text as text", () => {
    const texts = fc.string({ unit: fc.constantFrom(..."ab|\\<>*_~[]()!#@&;:/. -\n\t1$热"), maxLength: 30 });
    fc.assert(
      fc.property(texts, (text) => {
        const context = { ...hostileContext(text), webUrl: "https://github.com/a/b" };
        expectHarmless(renderMatrix(hostileMatrix(text), "markdown", context));
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });

  it("links evidence to the commit that was read, and does without links where the address is not known", () => {
    const context = { ...hostileContext("plain"), webUrl: "https://github.com/kubeovn/kube-ovn" };
    const link = `https://github.com/kubeovn/kube-ovn/blob/${"3c".repeat(20)}/pkg/controller/kubevirt.go#L220`;
    expect(renderMatrix(foundingCase, "markdown", context)).toContain(`[\`pkg/controller/kubevirt.go:220\`](${link})`);
    expect(renderMatrix(foundingCase, "markdown", { ...context, webUrl: null })).not.toContain("https://");
  });

  it("leaves out whole sections rather than grow beyond what GitHub takes, and names them", () => {
    const [writer] = foundingCase.writers;
    const writers = Array.from({ length: 2000 }, (_, index) => ({ ...writer, function: `writer${index}` }));
    const context = { ...hostileContext("plain"), webUrl: null };
    const report = renderMatrix({ ...foundingCase, writers: writers as never }, "markdown", context);
    expect(report.length).toBeLessThan(65_000);
    expect(report).toContain("Left out, because a comment may not be longer: Other writers of the tracked keys.");
    expect(report).toContain("<summary>Refs</summary>");
  });
});
