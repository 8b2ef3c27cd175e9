import { describe, expect, it } from "vitest";
import { effectiveSettings, explainRule, loadSettings } from "../../../src/config/index.js";
import {
  type ConfigAnswer,
  langs,
  type MatrixFormat,
  matrixFormats,
  renderConfig,
  renderExplainedRule,
  renderInit,
  type Surveyed,
  settingsFile,
  workflowFile,
} from "../../../src/report/index.js";
import { ruleDescriptions } from "../../../src/review/index.js";
import type { Problem } from "../../../src/rules/index.js";
import { expectGolden } from "../golden.js";
import { expectFits, expectHarmless, expectOneLine } from "../harmless.js";
import { hostileStrings } from "../hostile.js";

const endings = { terminal: "txt", markdown: "md", json: "json" } as const;

const loaded = await loadSettings(
  "main:.github/volteface.yml",
  `packs: [lakes/drain, rules/locks.yml]
branches:
  - { pattern: 'release-*', policy: maintained, since: 2025-01-01 }
  - { pattern: release-1.0, policy: end-of-life }
rules:
  two-flows: { mode: off, reason: the old flow goes in June }
  stale-level: block
ignore: ['hack/**']
`,
  null,
);
const effective = effectiveSettings(loaded.ok ? [loaded.layer] : []);
const severities = new Map<string, "notice" | "warning">(ruleDescriptions.map(({ id, severity }) => [id, severity]));

const shown: ConfigAnswer = {
  kind: "show",
  file: "main:.github/volteface.yml",
  ...effective.settings,
  rules: Object.entries(effective.settings.rules).map(([id, { mode, severity, reason }]) => ({
    id,
    mode,
    severity: severity ?? severities.get(id) ?? null,
    reason,
    origin: effective.origins[`rules.${id}`] ?? { kind: "default" },
  })),
  origins: effective.origins,
};
const problem: Problem = {
  ...{ file: "s.yml", line: 2, column: 3 },
  fault: { code: "unknown-field", name: "undos", known: ["undoes", "asymmetry"] },
};
const surveyed: Surveyed = {
  packs: [
    { id: "lakes/drain", title: "Draining a lake", general: false },
    { id: "lakes/any", title: "Water", general: true },
  ],
  branches: [
    { name: "release-1.2", lastCommit: "2025-10-21" },
    { name: "release/1.1{x}", lastCommit: "2024-01-01" },
    { name: "it's", lastCommit: "" },
  ],
  lastCommit: "2025-10-21",
  rules: ruleDescriptions.map(({ id, mode }) => ({ id, mode })),
};

describe.each(langs)("reports about settings in %s", (lang) => {
  const context = { lang, width: 80, color: false };

  it.each(matrixFormats)("check, show and init as %s", (format) => {
    const answers = [
      renderConfig({ kind: "check", file: "s.yml", problems: [] }, format, context),
      renderConfig({ kind: "check", file: "s.yml", problems: [problem] }, format, context),
      renderConfig(shown, format, context),
      renderConfig({ ...shown, file: null, packs: null, branches: [], rules: [], ignore: [] }, format, context),
      renderInit({ files: ["a.yml", "b.yml"], packs: [], workflow: true }, format, context),
      renderInit({ files: ["a.yml"], packs: ["lakes/drain"], workflow: false }, format, context),
    ];
    expectGolden(`config.${lang}.${endings[format]}`, answers.join("\n"));
  });

  it.each(matrixFormats)("every rule explained as %s", (format) => {
    const explained = ruleDescriptions.flatMap(({ id }) => explainRule(id, [], effective) ?? []);
    expect(explained).toHaveLength(ruleDescriptions.length);
    const texts = explained.map((each) => renderExplainedRule(each, format, context));
    expectGolden(`explain.${lang}.${endings[format]}`, texts.join(format === "json" ? "" : "\n"));
  });

  it("a new settings file and workflow", () => {
    const files = [settingsFile(surveyed, lang), settingsFile({ ...surveyed, packs: [], branches: [] }, lang)];
    expectGolden(`init.${lang}.yml`, [...files, workflowFile("ferries/volteface@v1", lang)].join("\n---\n\n"));
  });
});

describe("what is written for a repository", () => {
  it.each(hostileStrings)("is settings whatever a branch or a pack is called: %j", async (text) => {
    const file = settingsFile(
      {
        ...surveyed,
        packs: [{ id: "lakes/drain", title: text, general: true }],
        branches: [{ name: text, lastCommit: "2025-10-21" }],
      },
      "en",
    );
    expect((await loadSettings("s.yml", file, null)).ok).toBe(true);
  });
});

describe("reports about settings", () => {
  it.each(hostileStrings)("show %j as text", (text) => {
    const origin = { kind: "file", file: text, line: 1, column: 1 } as const;
    const settings: ConfigAnswer = {
      ...shown,
      ...{ file: text, packs: [text], ignore: [text] },
      branches: [{ pattern: text, policy: "maintained", since: text, until: text }],
      rules: [{ id: text, mode: "off", severity: null, reason: text, origin }],
      origins: { packs: origin, ignore: origin },
    };
    const answers: ConfigAnswer[] = [
      settings,
      {
        kind: "check",
        file: text,
        problems: [{ file: text, line: 1, column: 1, fault: { code: "unknown-field", name: text, known: [text] } }],
      },
    ];
    for (const lang of langs)
      for (const answer of answers) {
        const told = (format: MatrixFormat) => renderConfig(answer, format, { lang, width: 80, color: false });
        expectFits(told("terminal"), 80);
        expectHarmless(told("markdown"));
        expectOneLine(told("json"));
      }
  });
});
