import { describe, expect, it } from "vitest";
import { langs, type MatrixFormat, matrixFormats, renderRules } from "../../../src/report/index.js";
import { describePack, type HazardDescription, type PackDescription, type Problem } from "../../../src/rules/index.js";
import { loadPack } from "../../../src/rules/load-pack.js";
import { expectGolden } from "../golden.js";
import { expectFits, expectHarmless, expectOneLine } from "../harmless.js";
import { hostileStrings } from "../hostile.js";

const endings = { terminal: "txt", markdown: "md", json: "json" } as const;

const written = `format: volteface/pack@1
id: lakes/drain
title: Draining a lake
description: |
  A lake is drained before it goes.

  - the plug is pulled,
  - and put back.
language: go
keys:
  plug: { entry: '*.Options["plug"]' }
values:
  out: [pulled]
operations:
  Pull: { role: set, functions: [PullPlug] }
  Put: { role: clean, functions: [PutPlug] }
stages: [draining, dry]
triggers:
  - { kind: phase, stage: draining, constant: Draining }
  - { kind: flag, stage: dry, present: '*.Labels["dry"]' }
scenarios:
  - title: A lake is drained, and filled again
    steps: [draining out=A, dry]
    expect: { plug: [A, absent] }
hazards:
  open-drain:
    severity: failure
    message: The plug is put back while water is flowing
    explanation: |
      Water that flows takes the plug with it.

      Close the valve first.
    find:
      pattern: '$subject.Plug.Put($...)'
      inside: { kind: loop, stopBy: neighbor }
      not:
        any:
          - guarded: ['!$subject.Valve.Open', '$subject.Dry()']
          - { kind: call, regex: { match: 'valve', comments: true } }
    where:
      subject: { type: Lake }
    examples:
      - { title: Too early, code: "func f(l *Lake) { for { l.Plug.Put() } }", lines: 1 }
      - { title: No loop, code: "func f(l *Lake) { l.Plug.Put() }", lines: [] }
`;

function description(): PackDescription {
  const loaded = loadPack("lakes.yml", written);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return describePack(loaded.pack);
}

const problem: Problem = {
  ...{ file: "lakes.yml", line: 3, column: 5 },
  fault: { code: "unknown-field", name: "stagse", known: ["keys", "stages"] },
};
const checks = [
  {
    reference: "lakes/drain",
    id: "lakes/drain",
    problems: [],
    examples: [{ title: "One plug", mismatches: [] }],
    hazards: [
      {
        id: "open-drain",
        matchesEverything: true,
        examples: [{ title: "A drain that is left open", expected: [2], actual: [2], matches: true }],
      },
    ],
  },
  { reference: "lakes.yml", id: null, problems: [problem], examples: [], hazards: [] },
  {
    reference: "lakes/fill",
    id: "lakes/fill",
    problems: [],
    examples: [
      {
        title: "A dry lake",
        mismatches: [
          { stage: "dry", expected: "Put", actual: "—" },
          { stage: null, expected: "—", actual: "leak" },
        ],
      },
    ],
    hazards: [
      {
        id: "open-drain",
        matchesEverything: false,
        examples: [
          { title: "A drain that is left open", expected: [2, 4], actual: [], matches: false },
          { title: "A drain of another lake", expected: [], actual: [7], matches: false },
          { title: "Half a drain", expected: [], actual: null, matches: false },
        ],
      },
    ],
  },
];

describe.each(langs)("reports about rules in %s", (lang) => {
  const context = { lang, width: 80, color: false };

  it.each(matrixFormats)("list, check and explain as %s", (format) => {
    const pack = description();
    const answers = [
      renderRules({ kind: "list", packs: [pack, { ...pack, id: "lakes/any", general: true }] }, format, context),
      renderRules({ kind: "check", checks }, format, context),
      renderRules({ kind: "explain", pack }, format, context),
    ];
    expectGolden(`rules.${lang}.${endings[format]}`, answers.join("\n"));
  });
});

describe("reports about rules", () => {
  it.each(hostileStrings)("show %j as text", (text) => {
    const lines = [{ word: text, text, below: [] }];
    const hostile: HazardDescription = {
      ...{ id: text, severity: "notice", message: text, explanation: text },
      ...{ find: lines, where: lines, examples: [] },
    };
    const scenario = { title: text, steps: [text, text], expect: [{ key: text, values: [text, null] }] };
    const shown = { id: text, title: text, description: text, hazards: [hostile], scenarios: [scenario] };
    const pack = { ...description(), ...shown };
    for (const lang of langs) {
      const told = (format: MatrixFormat) =>
        renderRules({ kind: "explain", pack }, format, { lang, width: 80, color: false });
      expectFits(told("terminal"), 80);
      expectHarmless(told("markdown"));
      expectOneLine(told("json"));
      expect(JSON.parse(told("json"))).toMatchObject({ title: text, scenarios: [scenario] });
    }
  });
});
