import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Timeline } from "../../../src/history/index.js";
import { langs, messagesIn } from "../../../src/report/index.js";
import { label } from "../../../src/report/markdown/mermaid.js";
import { prose } from "../../../src/report/text.js";
import { timelineDiagram } from "../../../src/report/timeline/diagram.js";
import { foundingTimeline, quietTimeline } from "../founding-history.js";
import { hostileStrings } from "../hostile.js";
import { hostileTimeline } from "../hostile-history.js";

const context = { lang: "en", width: 80, color: false, webUrl: null, packTitle: "", statesKnown: true } as const;

/** The few forms of lines that a diagram may have; a label holds nothing that Mermaid reads. */
const LABEL = String.raw`"[^"<>\`%{}\\$]+"`;
const FORMS = [
  /^flowchart LR$/,
  new RegExp(String.raw`^ {2}subgraph s\d+\[${LABEL}\]$`),
  /^ {4}direction LR$/,
  new RegExp(String.raw`^ {4}s\d+n\d+\[${LABEL}\]$`),
  new RegExp(String.raw`^ {4}s\d+n\d+ -->\|${LABEL}\| s\d+n\d+\[${LABEL}\]$`),
  new RegExp(String.raw`^ {4}s\d+n\d+ -\.->\|${LABEL}\| s\d+n\d+\[${LABEL}\]:::proposed$`),
  /^ {2}end$/,
  /^ {2}classDef proposed stroke-dasharray: 4 4$/,
];

function expectValid(timeline: Timeline): readonly string[] {
  const lines = langs.flatMap((lang) => timelineDiagram(timeline, messagesIn(lang), context)?.lines ?? []);
  for (const line of lines) {
    expect(
      FORMS.filter((form) => form.test(line)),
      line,
    ).toHaveLength(1);
    expect(line).not.toMatch(/direction\s+(TB|BT|RL|TD)|.direction LR.|[^\P{C}]/u);
  }
  expect(lines.filter((line) => line.includes("subgraph")).length).toBe(
    lines.filter((line) => line === "  end").length,
  );
  return lines;
}

const nodesIn = (lines: readonly string[]): Set<string> =>
  new Set(lines.flatMap((line) => [...line.matchAll(/\bs\d+n\d+\b/g)].map(([id]) => id)));

describe("the diagram of a timeline", () => {
  it("draws each stage from what it held first to what is proposed", () => {
    const lines = timelineDiagram(foundingTimeline, messagesIn("en"), context)?.lines ?? [];
    expect(lines.slice(6, 15)).toEqual([
      '  subgraph s1["succeeded"]',
      "    direction LR",
      '    s1n0["nothing"]',
      '    s1n0 -->|"#3767"| s1n1["Reset(false)"]',
      '    s1n1 -->|"#5833"| s1n2["Clean"]',
      '    s1n2 -->|"#5873 undoes #5833"| s1n3["Reset(false)"]',
      '    s1n3 -.->|"#6242, open"| s1n4["Clean"]:::proposed',
      '    s1n3 -.->|"#6243, closed"| s1n5["Set → Clean"]:::proposed',
      "  end",
    ]);
  });

  it("is left out where no stage ever held anything", () => {
    expect(timelineDiagram(quietTimeline, messagesIn("en"), context)).toBeNull();
  });

  it("stays small, keeps the latest steps, and says how many it leaves out", () => {
    const steps = Array.from({ length: 70 }, (_, index) => ({
      value: `v${index}`,
      commit: index.toString(16).padStart(40, "0"),
      pullRequest: index + 1,
      state: "merged" as const,
    }));
    for (const stages of [1, 4, 9, 60]) {
      const chains = Array.from({ length: stages }, (_, index) => ({ stage: `stage${index}`, steps }));
      const diagram = timelineDiagram({ ...foundingTimeline, chains }, messagesIn("en"), context);
      expectValid({ ...foundingTimeline, chains });
      const nodes = nodesIn(diagram?.lines ?? []).size;
      const drawn = Math.min(stages, 25);
      expect(nodes).toBeLessThanOrEqual(50);
      expect(diagram?.left).toBe(stages * 70 - (nodes - drawn));
      expect(diagram?.lines.join("\n")).toContain('"v69"');
    }
  });

  it.each([
    ...hostileStrings,
    '%%{init: {"theme": "dark"}}%%',
    "direction TB",
    "#quot; #35;",
    "style x fill:#f00;",
    '"]--x["',
    "end",
    "$$x$$",
  ])("is valid with %j anywhere", (text) => {
    expectValid(hostileTimeline(text));
  });

  it("is valid with any text", () => {
    const texts = fc.string({ unit: fc.constantFrom(...'ab"#;&<>%{}[]()|`\\$-.: \n1direction TB'), maxLength: 40 });
    fc.assert(
      fc.property(texts, (text) => {
        expectValid(hostileTimeline(text));
        const inside = label(prose(text)).slice(1, -1);
        expect(inside.replace(/#(quot|lt|gt|amp|\d+);/g, "")).not.toMatch(/["<>&`%{}\\$]|#\w*;/);
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });
});
