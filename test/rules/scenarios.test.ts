import { describe, expect, it } from "vitest";
import { loadPack } from "../../src/rules/load-pack.js";
import { HARBOUR, said } from "./harbour.js";

const STORY = `scenarios:
  - title: A ferry comes and goes
    steps:
      - arrived wish=north
      - departed
    expect: { berth: [south, absent] }
`;

/** What loading says of the harbour's pack with this story, one text in it changed. */
const told = (text: string, by: string): string => {
  if (!STORY.includes(text)) throw new Error(`the story has no ${text}`);
  return said(HARBOUR + STORY.replace(text, by)).replaceAll(/^pack\.yml:\d+:/gm, "");
};

describe("a scenario", () => {
  it("is understood, each step with its place", () => {
    const loaded = loadPack("pack.yml", HARBOUR + STORY);
    const from = HARBOUR.split("\n").length + 3;
    expect(loaded.ok && loaded.pack.scenarios).toEqual([
      {
        title: "A ferry comes and goes",
        steps: [
          { stage: "arrived", bindings: { wish: "north" }, place: { file: "pack.yml", line: from, column: 9 } },
          { stage: "departed", bindings: {}, place: { file: "pack.yml", line: from + 1, column: 9 } },
        ],
        expect: [{ key: "berth", values: ["south", null] }],
      },
    ]);
  });

  it("may be quoted and spaced as its author likes, and a value may hold an equals sign", () => {
    const spaced = STORY.replace("arrived wish=north", "'  arrived   wish=a=b '");
    const loaded = loadPack("pack.yml", HARBOUR + spaced);
    expect(loaded.ok && loaded.pack.scenarios[0]?.steps[0]).toMatchObject({
      stage: "arrived",
      bindings: { wish: "a=b" },
    });
  });

  it.each([
    ["an unknown stage", "- departed", "- deprated", '9: there is no stage "deprated". Did you mean "departed"?'],
    ["an unknown value", "wish=north", "wihs=north", '17: there is no value "wihs". Did you mean "wish"?'],
    [
      "a binding without a value",
      "wish=north",
      "wish",
      '17: "wish" does not say what a value stands for. Write it as name=value: src=A.',
    ],
    [
      "a value given twice",
      "wish=north",
      "wish=north wish=south",
      '28: "wish" is given twice in one step. Keep one of them.',
    ],
    ["an unknown key", "{ berth:", "{ birth:", '15: there is no key "birth". Did you mean "berth"?'],
    [
      "a value's name where what it stands for is meant",
      "[south, absent]",
      "wish",
      '22: "wish" is only a name here. Write what the steps let it stand for: wish=A is A.',
    ],
    [
      "nothing expected",
      "{ berth: [south, absent] }",
      "{}",
      "5: the scenario expects nothing. Say what a key must be at the end: requested-chassis: absent.",
    ],
    [
      "a number where text is meant",
      "[south, absent]",
      "[7]",
      "23: element 1 of \"berth\" must be text, not a number. Put it in quotes: '7'.",
    ],
    ["a field that is not there", "    steps:", "    stpes:", '5: unknown field "stpes". Did you mean "steps"?'],
  ])("with %s is told with its place", (_, text, by, problem) => {
    expect(told(text, by).split("\n")).toContain(problem);
  });

  it("may name members of a family of keys, which only the sources name", () => {
    const family = HARBOUR.replace("berth: {", "berth: { each: true,");
    expect(said(family + STORY.replace("{ berth:", "{ north@Ferry:"))).toBe("fine");
  });

  it("that is wrong does not hide what else is wrong", () => {
    const two = `${STORY.replace("- departed", "- deprated")}  - title: 7\n    steps: []\n`;
    expect(said(HARBOUR + two).split("\n")).toHaveLength(4);
  });
});
