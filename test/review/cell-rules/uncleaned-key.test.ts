import { describe, expect, it } from "vitest";
import { packOf } from "../../behavior/harbour.js";
import { ASSIGN, factsIn, MOVE, RETURN, WATCH } from "../harbour.js";

const ALL = ASSIGN + MOVE + RETURN + WATCH;

describe("uncleaned-key", () => {
  const uncleaned = (source: string) => factsIn(source, "uncleaned-key");

  it("tells of a key that nothing removes, with the writer", async () => {
    const keep = 'func (h *Harbour) ReturnBerth(ferry *Ferry) {\n\tdelete(h.Plan, "berth")\n}\n';
    const still = MOVE.replace('delete(h.Plan, "pilot")', "");
    expect(await uncleaned(ASSIGN + still + keep + WATCH)).toEqual([
      { rule: "uncleaned-key", key: "pilot", writer: "AssignBerth" },
    ]);
  });

  it("is silent where any function removes it", async () => {
    expect(await uncleaned(ALL)).toEqual([]);
    const still = MOVE.replace('delete(h.Plan, "pilot")', "");
    const keep = RETURN.replace('delete(h.Plan, "pilot")', "");
    expect(await uncleaned(`${ASSIGN}${still}${keep}${WATCH}func (h *Harbour) noon() {\n\th.Plan = nil\n}\n`)).toEqual(
      [],
    );
  });

  it("leaves a pack alone in which nothing is a cleanup", async () => {
    const pack = packOf(`
keys: { berth: { entry: '*.Plan["berth"]' } }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);
    expect(await factsIn(ASSIGN, null, { pack })).toEqual([]);
  });
});

describe("uncleaned-key of a family", () => {
  const flags = packOf(`
keys:
  flag: { each: true, list: '*.Flags' }
operations:
  Strike: { role: clean, functions: StrikeAll }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);
  const hoist = (flag: string) =>
    `func (h *Harbour) hoist(ferry *Ferry) {\n\tferry.Flags = append(ferry.Flags, ${flag})\n}\n`;
  const uncleaned = (source: string) => factsIn(source, "uncleaned-key", { pack: flags });

  it("knows members by their value", async () => {
    expect(await uncleaned(hoist('"sea.example.org/yellow"'))).toEqual([
      { rule: "uncleaned-key", key: "sea.example.org/yellow", writer: "hoist" },
    ]);
  });

  it("is silent about constants of others, and where all members or an unknown one is removed", async () => {
    expect(await uncleaned(hoist("signals.Yellow"))).toEqual([]);
    const all = "func (h *Harbour) strike(ferry *Ferry) {\n\tferry.Flags = nil\n}\n";
    expect(await uncleaned(hoist('"sea.example.org/yellow"') + all)).toEqual([]);
  });
});
