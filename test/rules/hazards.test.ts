import { describe, expect, it } from "vitest";
import type { FindingFacts } from "../../src/review/index.js";
import { builtInRules, checkHazards } from "../../src/rules/index.js";
import { loadPack } from "../../src/rules/load-pack.js";
import { HARBOUR, said } from "./harbour.js";

const HAZARD = `hazards:
  adrift:
    message: A ferry is adrift
    explanation: It has no berth.
    find:
      pattern: '*.Drift($subject)'
      not: { guarded: '$subject.Moored' }
    where:
      subject: { type: Ferry }
    examples:
      - { title: Nobody asked, code: 'func a(f *Ferry) { x.Drift(f) }', lines: 1 }
      - { title: Another thing, code: 'func a(f *Boat) { x.Drift(f) }', lines: [] }
`;

/** What loading says about the hazard with one text in place of another, without the file's name. */
function spoiltHazard(text: string, by: string): string {
  if (!HAZARD.includes(text)) throw new Error(`the hazard has no ${text}`);
  return said(HARBOUR + HAZARD.replace(text, () => by)).replaceAll(/^pack\.yml:/gm, "");
}

describe("a hazard", () => {
  it("is read with all that it says", () => {
    const loaded = loadPack("pack.yml", HARBOUR + HAZARD);
    if (!loaded.ok) throw new Error(said(HARBOUR + HAZARD));
    const [hazard] = loaded.pack.hazards;
    expect(hazard).toMatchObject({
      id: "adrift",
      severity: "warning",
      message: "A ferry is adrift",
      explanation: "It has no berth.",
      examples: [{ lines: [1] }, { lines: [] }],
    });
    expect(hazard?.find.not?.guarded?.clauses).toMatchObject([[{ holds: true }]]);
    expect(hazard?.where.map(([variable]) => variable)).toEqual(["subject"]);
  });

  it.each([
    [
      "message: A ferry is adrift",
      "massage: x",
      '21:3: "message" is missing in "adrift". Add "message": one sentence that states what is seen.\n22:5: unknown field "massage". Did you mean "message"?',
    ],
    ["find:", "severity: bad\n    find:", '24:15: "severity" cannot be bad. It is one of: notice, warning, failure.'],
    [
      "pattern: '*.Drift($subject)'",
      "pattern: '*.Drift($subject'",
      "25:33: the pattern does not parse: expected \")\", found the end of the line. Write an expression as it stands in the source, with *, $_ or $... for what may vary: '*.Spec.NodeName'.",
    ],
    [
      "pattern: '*.Drift($subject)'",
      "inside: { kind: loop }",
      "25:7: the rule does not say which code it is about. Add pattern, kind or regex, in any in each of its rules; relations only narrow that down.",
    ],
    [
      "pattern: '*.Drift($subject)'",
      "any: [{ pattern: '$subject.Drift()' }, { inside: { kind: loop } }]",
      "25:7: the rule does not say which code it is about. Add pattern, kind or regex, in any in each of its rules; relations only narrow that down.",
    ],
    [
      "not: { guarded: '$subject.Moored' }",
      "not: {}",
      "26:12: the rule says nothing. Add pattern, kind, regex or a relation.",
    ],
    ["not: { guarded: '$subject.Moored' }", "kind: lop", '26:13: "kind" cannot be lop. Did you mean "loop"?'],
    [
      "not: { guarded: '$subject.Moored' }",
      "stopBy: end",
      '26:7: "stopBy" belongs to a relation. Move it into inside, has, follows, precedes.',
    ],
    [
      "not: { guarded: '$subject.Moored' }",
      "regex: '(a'",
      "26:14: the regular expression does not parse: missing closing ): `(a`. It is written as RE2 has it, without backreferences and lookahead: https://github.com/google/re2/wiki/Syntax.",
    ],
    [
      "not: { guarded: '$subject.Moored' }",
      "regex: '(?=a)'",
      "26:14: the regular expression does not parse: invalid or unsupported Perl syntax: `(?=`. It is written as RE2 has it, without backreferences and lookahead: https://github.com/google/re2/wiki/Syntax.",
    ],
    [
      "not: { guarded: '$subject.Moored' }",
      "regex: '[ab]{900}[cd]{900}[ef]{900}'",
      "26:14: the regular expression is too large when its repetitions are written out. Repeat less: {1,20} and not {1,1000}.",
    ],
    ["subject: { type: Ferry }", "object: { type: Ferry }", '28:7: no pattern has "$object". Did you mean "subject"?'],
    ["lines: 1", "lines: 2", "30:80: the code has no line 2. It has 1; they are counted from 1 within the example."],
    [
      "lines: 1",
      "lines: []",
      "29:5: there is no example of code in which the hazard must be seen. Add one: title, code and lines.",
    ],
    [
      "A ferry is adrift",
      '"A ferry \\u202e is adrift"',
      '22:14: "message" has characters that cannot be seen. Remove control and direction characters.',
    ],
    [
      "It has no berth.",
      '"It has \\u200b no berth."',
      '23:18: "explanation" has characters that cannot be seen. Remove control and direction characters.',
    ],
    ["adrift:", "undoes:", '21:3: "undoes" is the name of a built-in rule. Give the hazard another name.'],
    [
      "adrift:",
      '"ad\u200brift":',
      '21:3: "ad\\u200brift" cannot be a name. Begin with a letter or digit; letters, digits and . _ - / may follow.',
    ],
  ])("with a slip is told what to write: %s → %s", (text, by, problems) => {
    expect(spoiltHazard(text, by)).toBe(problems);
  });

  it("of many alternatives in a condition is refused before they multiply", () => {
    const many = Array.from({ length: 12 }, (_, index) => `a${index} && b${index}`).join(" || ");
    expect(spoiltHazard("'$subject.Moored'", `'${many}'`)).toBe(
      "26:23: the condition has too many alternatives. Ask for fewer at once.",
    );
  });

  it("of very many rules, and very many hazards, is refused", () => {
    const rules = Array.from({ length: 300 }, (_, index) => `{ pattern: 'f${index}($subject)' }`).join(", ");
    expect(spoiltHazard("pattern: '*.Drift($subject)'", `any: [${rules}]`)).toContain(
      "the hazard has more than 200 rules.",
    );
    const hazards = Array.from({ length: 101 }, (_, index) =>
      HAZARD.slice("hazards:\n".length).replace("adrift", `adrift-${index}`),
    );
    expect(said(`${HARBOUR}hazards:\n${hazards.join("")}`)).toContain(
      "a pack has at most 100 hazards. Split it into several.",
    );
  });

  it("made of aliases that multiply is refused, and so is a file of 10 MB", () => {
    const bomb = `a0: &a0 { pattern: x }\n${Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} { all: [*a${index}, *a${index}, *a${index}, *a${index}, *a${index}, *a${index}] }`).join("\n")}\n`;
    expect(said(bomb + HARBOUR + HAZARD.replace("find:", "find: *a12\n    was:"))).toContain("aliases multiply");
    expect(said(`${HARBOUR}${HAZARD}# ${"x".repeat(10_000_000)}\n`)).toContain("the file is larger than 1 MB");
  });
});

it("rules that match everything are found out", () => {
  const everything = (find: string): boolean | undefined => {
    const source = HARBOUR + HAZARD.replace(/find:.*(?= {4}examples)/s, () => `find: ${find}\n`);
    const loaded = loadPack("pack.yml", source);
    if (!loaded.ok) throw new Error(said(source));
    return checkHazards(loaded.pack, () => [])[0]?.matchesEverything;
  };
  for (const find of [
    "{ pattern: '$_' }",
    "{ pattern: '*' }",
    "{ regex: '.*' }",
    "{ any: [{ pattern: x.y }, { pattern: '$x' }] }",
  ])
    expect([find, everything(find)]).toEqual([find, true]);
  for (const find of [
    "{ pattern: x }",
    "{ regex: 'a+' }",
    "{ pattern: '$_', inside: { kind: defer } }",
    "{ kind: go }",
    "{ all: [{ pattern: '$_' }, { regex: x }] }",
  ])
    expect([find, everything(find)]).toEqual([find, false]);
});

it("every built-in rule's name is taken", () => {
  const names: Record<FindingFacts["rule"], true> = {
    undoes: true,
    "missing-backport": true,
    hazard: true,
    asymmetry: true,
    "guarded-cleanup": true,
    "missing-stage": true,
    "unused-operation": true,
    "two-flows": true,
    "early-return-before-cleanup": true,
    "uncleaned-key": true,
    "unowned-cleanup": true,
  };
  expect([...builtInRules].sort()).toEqual(Object.keys(names).sort());
});
