import { describe, expect, it } from "vitest";
import { langs, messagesIn } from "../../../src/report/index.js";
import { renderOutlineMarkdown } from "../../../src/report/markdown/outline.js";
import { type Chapter, item } from "../../../src/report/outline.js";
import { name, say } from "../../../src/report/text.js";

const messages = messagesIn("en");
const items = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => item(say`item ${index} ${"x".repeat(length)}`));
const render = (...chapters: Chapter[]) =>
  renderOutlineMarkdown({ opening: say`Opening`, paragraphs: [], chapters }, messages);

describe("a report that grows too long", () => {
  it("leaves out the oldest items of a list, and says so", () => {
    const text = render({ title: say`List`, items: items(500, 300) }, { title: say`Rest`, items: items(1, 3) });
    expect(text.length).toBeLessThan(65_000);
    expect(text).toContain("item 499 ");
    expect(text).not.toMatch(/- item 1 /);
    expect(text.match(/#### List/g)).toHaveLength(1);
    expect(text).toContain("#### Rest");
    expect(text).toMatch(/Left out, because a comment may not be longer: part of List\.\n$/);
  });

  it("leaves out what does not fit at all, by name", () => {
    const text = render({ title: say`Huge`, items: items(1, 70_000) }, { title: say`Rest`, items: items(1, 3) });
    expect(text).not.toContain("#### Huge");
    expect(text).toMatch(/longer: Huge\.\n$/);
  });

  it("says it in every language", () => {
    for (const lang of langs) expect(messagesIn(lang).matrix.partOf(say`x`).length).toBeGreaterThan(0);
  });
});

describe("a table", () => {
  it("goes on in another one where columns do not fit beside each other", () => {
    const columns = Array.from({ length: 9 }, (_, index) => name(`v${index}`));
    const row = {
      head: say`row`,
      tone: "plain" as const,
      cells: columns.map((column) => ({ lines: [{ text: column, tone: "plain" as const }], mark: "" })),
    };
    const lines = render({ title: say`Table`, table: { corner: say`corner`, columns, rows: [row] }, items: [] }).split(
      "\n",
    );
    const rows = lines.filter((line) => line.startsWith("| row"));
    expect(rows).toEqual(["| row | `v0` | `v1` | `v2` | `v3` | `v4` | `v5` | `v6` |", "| row | `v7` | `v8` |"]);
  });
});
