import { describe, expect, it } from "vitest";
import { effectiveSettings, flagLayer, inputLayer, loadSettings, settingOf } from "../../src/config/index.js";
import type { FindingFacts } from "../../src/review/index.js";
import { problemLines } from "../report/problem-lines.js";

async function file(text: string) {
  const loaded = await loadSettings("s.yml", text, null);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.layer;
}

async function inputs(environment: Readonly<Record<string, string>>) {
  const read = await inputLayer(environment);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.layer;
}

const NO_FLAGS = { rules: [], lang: null, failOn: null };

describe("settings in effect", () => {
  it("are the defaults where nobody says anything", async () => {
    const { settings, origins } = effectiveSettings([flagLayer(NO_FLAGS), await inputs({})]);
    expect({ ...settings, rules: Object.entries(settings.rules).map(([id, { mode }]) => `${id} ${mode}`) }).toEqual({
      packs: null,
      branches: [],
      rules: [
        "undoes comment",
        "undoes-by-lines monitor",
        "missing-backport comment",
        "asymmetry comment",
        "guarded-cleanup comment",
        "missing-stage monitor",
        "unused-operation monitor",
        "two-flows monitor",
        "early-return-before-cleanup comment",
        "uncleaned-key monitor",
        "unowned-cleanup monitor",
      ],
      ignore: [],
      language: null,
      annotations: 10,
      comment: true,
      drafts: true,
      failOn: null,
    });
    expect(new Set(Object.values(origins).map(({ kind }) => kind))).toEqual(new Set(["default"]));
  });

  it("are those of the file under the Action's inputs under the flags, each with its origin", async () => {
    const own = await file("packs: [a/b, c/d]\nlanguage: en\ncomment: off\nannotations: 3\nfail-on: notice\n");
    const action = await inputs({
      INPUT_LANGUAGE: "zh-CN",
      INPUT_ANNOTATIONS: " 4 ",
      INPUT_IGNORE: "",
      "INPUT_FAIL-ON": "failure",
    });
    const flags = flagLayer({ rules: ["./mine.yml"], lang: null, failOn: "warning" });
    const { settings, origins } = effectiveSettings([own, action, flags]);
    expect(settings).toMatchObject({
      packs: ["./mine.yml"],
      language: "zh-CN",
      comment: false,
      annotations: 4,
      failOn: "warning",
    });
    expect(origins).toMatchObject({
      packs: { kind: "flag", name: "--rules" },
      language: { kind: "input", name: "language" },
      comment: { kind: "file", file: "s.yml", line: 3, column: 1 },
      annotations: { kind: "input", name: "annotations" },
      ignore: { kind: "default" },
      "fail-on": { kind: "flag", name: "--fail-on" },
    });
  });

  it("put rules together, field by field", async () => {
    const own = await file("rules:\n  asymmetry: { mode: off, reason: ours }\n  stale-uid: block\n");
    const action = await inputs({ INPUT_RULES: "{ asymmetry: { severity: failure } }" });
    const { settings, origins } = effectiveSettings([own, action]);
    expect(settings.rules.asymmetry).toEqual({ mode: "off", severity: "failure", reason: "ours", modeIsChosen: true });
    expect(settings.rules["stale-uid"]).toEqual({ mode: "block", severity: null, reason: null, modeIsChosen: true });
    expect(origins["rules.asymmetry"]).toEqual({ kind: "input", name: "rules" });
  });
});

describe("inputs of the Action", () => {
  it("have lists one element on a line, or as YAML", async () => {
    const lines = await inputs({
      INPUT_PACKS: "kube-ovn/live-migration\n  rules/a b.yml\n",
      INPUT_IGNORE: "['**/{a,b}']",
    });
    expect(lines.written).toEqual({ packs: ["kube-ovn/live-migration", "rules/a b.yml"], ignore: ["**/{a,b}"] });
    expect((await inputs({ INPUT_IGNORE: "**/{a,b}" })).written).toEqual({ ignore: ["**/{a,b}"] });
  });

  it("are told all that is wrong with them", async () => {
    const read = await inputLayer({
      INPUT_LANGUAGE: "fr",
      INPUT_COMMENT: "on",
      INPUT_FAIL_ON: "wrning",
      INPUT_BRANCHES: "[",
    });
    expect(read.ok ? [] : problemLines(read.problems)).toEqual([
      "input branches:1:2: a quote, a bracket or a colon is missing. Close what was opened, and write `name: value` with a space after the colon.",
      "input language:1:1: this cannot be fr. It is one of: en, zh-CN.",
      'input fail-on:1:1: this cannot be wrning. Did you mean "warning"?',
    ]);
  });
});

describe("the setting of a rule", () => {
  const guarded = (reachedBy: readonly string[]): FindingFacts => ({
    rule: "guarded-cleanup",
    cleaner: "Clean",
    keys: ["b"],
    guardedBy: "a",
    reachedBy,
    condition: "a == nil",
  });

  it("only counts what cannot happen yet, unless the mode was chosen", async () => {
    const { settings } = effectiveSettings([]);
    expect(settingOf(settings, "guarded-cleanup", guarded(["Set"])).mode).toBe("comment");
    expect(settingOf(settings, "guarded-cleanup", guarded([])).mode).toBe("monitor");
    const chosen = effectiveSettings([await file("rules: { guarded-cleanup: comment }")]).settings;
    expect(settingOf(chosen, "guarded-cleanup", guarded([])).mode).toBe("comment");
  });

  it("of a hazard that nobody named is to be told, with the severity of its pack", () => {
    const { settings } = effectiveSettings([]);
    expect(settingOf(settings, "stale-migration-state")).toEqual({ mode: "comment", severity: null, reason: null });
    expect(settingOf(settings, "toString").mode).toBe("comment");
  });
});
