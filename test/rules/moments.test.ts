import { describe, expect, it } from "vitest";
import { loadPack } from "../../src/rules/load-pack.js";
import { HARBOUR, said } from "./harbour.js";

const withMoments = (text: string) => `${HARBOUR}\n${text}`;

describe("terminal and shared", () => {
  it("name stages with what is true, or what tells the owner, there", () => {
    const loaded = loadPack(
      "pack.yml",
      withMoments(
        "terminal: { stages: departed, holds: '*.Voyage.Over' }\nshared: { stages: [arrived, departed], owner: [voyage, '*.Convoy'] }\n",
      ),
    );
    if (!loaded.ok) throw new Error("the pack is right");
    const { terminal, shared } = loaded.pack;
    expect([terminal?.stages, terminal?.holds.map(({ text }) => text)]).toEqual([["departed"], ["*.Voyage.Over"]]);
    expect([shared?.stages, shared?.owner.map(({ text }) => text)]).toEqual([
      ["arrived", "departed"],
      ["voyage", "*.Convoy"],
    ]);
  });

  it("say what is wrong with a stage, a pattern and a field", () => {
    const wrong = withMoments(
      "terminal: { stages: [departd], holds: '*.Voyage.(' }\nshared: { stages: [departed], owners: ['*.Convoy'] }\n",
    );
    const problems = said(wrong);
    expect(problems).toContain('there is no stage "departd". Did you mean "departed"?');
    expect(problems).toContain('unknown field "owners". Did you mean "owner"?');
    expect(loadPack("pack.yml", wrong).ok).toBe(false);
  });
});
