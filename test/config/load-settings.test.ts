import { describe, expect, it } from "vitest";
import { loadSettings } from "../../src/config/index.js";
import { said } from "./said.js";

describe("settings that are right", () => {
  it.each([
    ["an empty file", ""],
    ["only comments", "# nothing\n"],
    ["one element where a list may stand", "packs: kube-ovn/live-migration\nignore: 'hack/**'\n"],
    ["a mode alone", "rules: { asymmetry: off }"],
    ["on and off", "comment: off\n"],
    ["aliases in moderation", "packs: &packs [a/b]\nignore: *packs\n"],
  ])("%s", async (_, text) => {
    expect(await said(text)).toBe("fine");
  });

  it("are what was written, without defaults", async () => {
    const loaded = await loadSettings(
      "s.yml",
      "comment: on\nrules: { two-flows: block, undoes: { reason: a b } }\n",
      null,
    );
    expect(loaded.ok && loaded.layer.written).toEqual({
      comment: true,
      rules: { "two-flows": { mode: "block" }, undoes: { reason: "a b" } },
    });
    expect(loaded.ok && loaded.layer.originOf(["rules", "undoes"])).toEqual({
      kind: "file",
      file: "s.yml",
      line: 2,
      column: 28,
    });
  });
});

describe("what is wrong with settings", () => {
  it("is told all at once, with the place and what to write instead", async () => {
    const text = `packs:
branches:
  - { pattern: 'release-1.*', policy: maintianed, since: 2026-02-30 }
  - { pattern: main, policy: maintained, since: 2026-03-01, until: 2026-02-01 }
  - policy: end-of-life
rules:
  asymetry: off
  two-flows: { mode: monitor, severtiy: notice }
  undoes: offf
  uncleaned-key:
  missing-stage: 3
  constructor: off
langauge: en
language: zh
annotations: 77
annotations: 77
comment: maybe
fail-on: error
`;
    expect(
      await said(text),
    ).toBe(`s.yml:1:1: "packs" is empty. The rules to apply: ids of those that come along, or paths of files in the repository.
s.yml:3:39: "policy" cannot be maintianed. Did you mean "maintained"?
s.yml:3:58: "since" cannot be 2026-02-30. Write a day of the calendar as 2026-03-31.
s.yml:4:68: "until" is before "since". Write the first day first, or leave one out.
s.yml:5:5: "pattern" is missing in element 3 of "branches". Add "pattern": the branches that are meant, as a glob: release-1.12, or release-1.*.
s.yml:7:3: there is no rule "asymetry". Did you mean "asymmetry"?
s.yml:8:31: unknown field "severtiy". Did you mean "severity"?
s.yml:9:11: "mode" cannot be offf. Did you mean "off"?
s.yml:10:3: "uncleaned-key" is empty. A rule has a mode, a severity or a reason, or is one word: off, monitor, comment or block.
s.yml:11:18: "missing-stage" must be a mapping, not a number. A rule has a mode, a severity or a reason, or is one word: off, monitor, comment or block.
s.yml:12:3: there is no rule "constructor". The rules are: undoes, undoes-by-lines, missing-backport, asymmetry, guarded-cleanup, missing-stage, unused-operation, two-flows, early-return-before-cleanup, uncleaned-key, unowned-cleanup.
s.yml:13:1: unknown field "langauge". Did you mean "language"?
s.yml:14:11: "language" cannot be zh. It is one of: en, zh-CN.
s.yml:15:14: "annotations" cannot be 77. How many findings are annotated in the files of a pull request, a number from 0 to 50.
s.yml:16:1: "annotations" is written twice. It is already on line 15; keep one of them.
s.yml:17:10: "comment" must be true or false, not text. Write true or false.
s.yml:18:10: "fail-on" cannot be error. It is one of: notice, warning, failure.`);
  });

  it("is not a rule that nobody can know", async () => {
    expect(await said("rules: { hazard-of-our-own: off }", null)).toBe("fine");
  });

  it("is a glob without quotes", async () => {
    expect(await said("ignore: [**/mocks, x]\n")).toBe(
      "s.yml:1:10: a text that begins with * is an alias in YAML. Put the pattern in single quotes: '**/mocks'.",
    );
  });

  it("is a file of another kind", async () => {
    expect(await said("- packs")).toBe("s.yml:1:1: this must be a mapping, not a list. See docs/configuration.md.");
    expect(await said("hello")).toBe("s.yml:1:1: this must be a mapping, not text. See docs/configuration.md.");
  });
});

describe("hostile settings", () => {
  it("of 10 MB are refused in one line", async () => {
    expect(await said(Buffer.alloc(10_000_000, "a"))).toBe(
      "s.yml:1:1: the file is larger than 1 MB, the most that is read. Check that this is the right file; a person would not write one this large.",
    );
  });

  it("with aliases that multiply are refused in one line", async () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (let level = 1; level < 9; level += 1) {
      const [name, of] = ["abcdefghi"[level], "abcdefghi"[level - 1]];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(",")}]`);
    }
    expect(await said(bomb.join("\n"))).toMatch(
      /^s\.yml:2:8: aliases multiply into more text than is read\. Write the repeated parts out\.$/,
    );
  });

  it("nested without end are refused in one line", async () => {
    expect(await said(`packs: ${"[".repeat(100_000)}`)).toMatch(
      /^s\.yml:1:\d+: the values are nested too deeply to read\. [^\n]+$/,
    );
  });

  it("show names with characters that cannot be seen for what they are", async () => {
    expect(await said("pa\u200bcks: [a/b]\nrules: { und\u202eoes: off }\nignore: 'a\u2066b'\n")).toBe(
      [
        's.yml:1:1: the name "pa\\u200bcks" has a character that cannot be seen, U+200B. Remove it, or type the name anew.',
        's.yml:2:10: there is no rule "und\\u202eoes". Did you mean "undoes"?',
        `s.yml:3:9: element 1 of "ignore" cannot be 'a\\u2066b'. Remove the characters that cannot be seen or that turn the direction of the text.`,
      ].join("\n"),
    );
  });

  it("cannot reach into objects of the program", async () => {
    const loaded = await loadSettings("s.yml", "rules: { toString: off, hasOwnProperty: { mode: block } }\n", null);
    expect(loaded.ok && Object.keys(loaded.layer.written.rules ?? {})).toEqual(["toString", "hasOwnProperty"]);
    expect(await said("__proto__: { packs: [a] }")).toContain('"__proto__" cannot be a name');
  });
});
