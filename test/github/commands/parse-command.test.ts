import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasCommand, parseCommand, questionOf, recordOf } from "../../../src/github/commands/index.js";

describe("a command in a comment", () => {
  it.each([
    ["/volteface compare master release-1.14", { verb: "compare", refs: ["master", "release-1.14"] }],
    ["  /volteface  compare a a b ", { verb: "compare", refs: ["a", "b"] }],
    ["/volteface timeline", { verb: "timeline" }],
    ["/volteface TIMELINE please", { verb: "timeline" }],
    ["/volteface explain e7cd2e3eb12d", { verb: "explain", id: "e7cd2e3eb12d" }],
    ["/volteface intended we need both  keys", { verb: "intended", reason: "we need both  keys" }],
    ["/volteface ignore e7cd2e3eb12d it is known", { verb: "ignore", id: "e7cd2e3eb12d", reason: "it is known" }],
    ["/volteface help", { verb: "help" }],
    ["/volteface", { verb: "help" }],
    ["Thanks.\r\n\r\n/volteface help\r\nMore.", { verb: "help" }],
  ])("is understood: %j", (body, command) => {
    expect(parseCommand(body)).toEqual(command);
  });

  it.each([
    ["/volteface compare", { problem: "needs", word: "compare" }],
    ["/volteface explain", { problem: "needs", word: "explain" }],
    ["/volteface intended", { problem: "needs", word: "intended" }],
    ["/volteface ignore e7cd2e3eb12d", { problem: "needs", word: "ignore" }],
    ["/volteface compere a", { problem: "unknown", word: "compere" }],
    ["/volteface constructor", { problem: "unknown", word: "constructor" }],
    ["/volteface __proto__ x", { problem: "unknown", word: "__proto__" }],
    ["/volteface help\n/volteface timeline", { problem: "several", word: "" }],
  ])("is told what is wrong with it: %j", (body, problem) => {
    expect(parseCommand(body)).toEqual(problem);
  });

  it.each([
    ["", "nothing"],
    ["please /volteface help", "the middle of a line"],
    ["> /volteface help", "what somebody else wrote"],
    ["```\n/volteface help\n```", "a block of code"],
    ["~~~sh\n/volteface help", "a block that is not closed"],
    ["    /volteface help", "an indented block"],
    ["/voltefacehelp", "another word"],
  ])("is not seen in %j: %s", (body) => {
    expect(parseCommand(body)).toBeNull();
    expect(hasCommand(body)).toBe(false);
  });

  it("has a reason of at most 500 characters, and at most 8 refs", () => {
    expect(parseCommand(`/volteface intended ${"é".repeat(600)}`)).toEqual({
      verb: "intended",
      reason: "é".repeat(500),
    });
    const refs = Array.from({ length: 20 }, (_, at) => `r${at}`);
    expect(parseCommand(`/volteface compare ${refs.join(" ")}`)).toEqual({ verb: "compare", refs: refs.slice(0, 8) });
  });

  it("never fails, whatever a comment holds, and is kept as it was understood", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("", "/volteface ", "/volteface compare "), (text, start) => {
        const asked = parseCommand(start + text);
        if (asked === null) return;
        if ("problem" in asked)
          expect(questionOf(recordOf({ verb: "refused", ...asked }))).toEqual({ verb: "refused", ...asked });
        else if (asked.verb !== "intended" && asked.verb !== "ignore")
          expect(questionOf(recordOf(asked))).toEqual(asked);
      }),
    );
  });

  it("is kept with the reason why it cannot be followed", () => {
    const refused = { verb: "refused", problem: "no-finding", word: "0123456789ab" } as const;
    expect(questionOf(recordOf(refused))).toEqual(refused);
  });

  it("takes linear time", () => {
    const started = performance.now();
    parseCommand("```\n".repeat(20_000));
    parseCommand(`/volteface ${" ".repeat(60_000)}x`);
    parseCommand("`".repeat(65_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
