import { describe, expect, it } from "vitest";
import { decide } from "../../src/review/index.js";
import { gap, hazard, head, inChange, noFacts, policy, rulesOf, seen, told, undoOf5833 } from "./facts.js";

describe("what is told of a change", () => {
  it("begins with what takes back an earlier change, then new hazards, then gaps", () => {
    const facts = {
      ...noFacts,
      ofChange: [inChange(gap), inChange(undoOf5833)],
      onHead: [seen(hazard("stale-migration-state", 12))],
    };
    expect(rulesOf(decide(facts, policy).findings)).toEqual(["undoes", "stale-migration-state", "missing-backport"]);
  });

  it("is only what the change brings in; what stood before is counted, what is gone is said", () => {
    const facts = {
      ...noFacts,
      onBase: [seen(hazard("old", 3)), seen(hazard("mended", 5))],
      onHead: [seen(hazard("old", 30)), seen(hazard("new", 40))],
    };
    const { findings, standing, resolved } = decide(facts, policy);
    expect({ told: rulesOf(findings), standing, gone: rulesOf(resolved.map(({ finding }) => finding)) }).toEqual({
      told: ["new"],
      standing: 1,
      gone: ["mended"],
    });
  });

  it("is all that stands on head when asked, and when there is no base", () => {
    const facts = { ...noFacts, onBase: [seen(hazard("old", 3))], onHead: [seen(hazard("old", 3))] };
    expect(rulesOf(decide(facts, { ...policy, all: true }).findings)).toEqual(["old"]);
    expect(rulesOf(decide({ ...facts, base: null, onBase: [] }, policy).findings)).toEqual(["old"]);
  });

  it("keeps a finding's id when lines and files move, and tells equal ones apart", () => {
    const idsOf = (...sightings: Parameters<typeof seen>[0][]): string[] =>
      decide({ ...noFacts, onHead: sightings.map(seen) }, policy).findings.map(({ id }) => id);
    const [here = ""] = idsOf(hazard("stale", 10));
    expect(here).toMatch(/^[0-9a-f]{12}$/);
    expect(idsOf(hazard("stale", 99, { file: "pkg/elsewhere.go" }))).toEqual([here]);
    expect(idsOf(hazard("stale", 10), hazard("stale", 20))).toEqual([here, `${here}-2`]);
  });

  it("is what the repository wants to hear: a rule may be off, or weigh differently", () => {
    const facts = { ...noFacts, onHead: [seen(hazard("loud", 1)), seen(hazard("quiet", 2))] };
    const settingOf = (rule: string) =>
      rule === "quiet"
        ? { ...told, mode: "off" as const }
        : { ...told, mode: "block" as const, severity: "failure" as const };
    expect(decide(facts, { settingOf, all: false }).findings).toMatchObject([
      { rule: "loud", mode: "block", severity: "failure" },
    ]);
  });

  it("does not depend on the order of the facts", () => {
    const onHead = [hazard("a", 1), hazard("b", 2), hazard("c", 3, { severity: "notice" })].map(seen);
    expect(decide({ ...noFacts, onHead }, policy)).toEqual(decide({ ...noFacts, onHead: onHead.toReversed() }, policy));
  });
});

describe("what is meant", () => {
  const undo = { ...noFacts, ofChange: [inChange(undoOf5833)] };

  it("is stated with the change's own words when it declares the revert", () => {
    const { findings, stated } = decide({ ...noFacts, ofChange: [inChange(undoOf5833, 'Revert "clean"')] }, policy);
    expect(findings).toEqual([]);
    expect(stated).toMatchObject([{ by: "revert", reason: 'Revert "clean"', who: null }]);
  });

  it.each(["#5833", "5833", "5".repeat(10), "undoes"])("is stated with the author's reason for %s", (target) => {
    const { findings, stated } = decide({ ...undo, intents: [{ target, reason: "the port must stay" }] }, policy);
    expect(findings).toEqual([]);
    expect(stated).toMatchObject([{ by: "trailer", reason: "the port must stay" }]);
  });

  it("does not silence what the reason does not speak of", () => {
    const intents = [{ target: "#4773", reason: "another matter" }];
    expect(rulesOf(decide({ ...undo, intents }, policy).findings)).toEqual(["undoes"]);
  });

  it("is remembered by finding, or for all that the change undoes", () => {
    const [{ id = "" } = {}] = decide(undo, policy).findings;
    const answer = { reason: "agreed in the meeting", who: "mei", when: "2026-01-01T00:00:00Z" };
    for (const finding of [id, null]) {
      const { findings, stated } = decide({ ...undo, dispositions: [{ finding, ...answer }] }, policy);
      expect(findings).toEqual([]);
      expect(stated).toMatchObject([{ by: "disposition", reason: "agreed in the meeting", who: "mei" }]);
    }
    const facts = { ...noFacts, onHead: [seen(hazard("new", 1))], dispositions: [{ finding: null, ...answer }] };
    expect(rulesOf(decide(facts, policy).findings)).toEqual(["new"]);
  });

  it("says where it was seen", () => {
    const [finding] = decide(undo, policy).findings;
    expect(finding).toMatchObject({ ref: "#7", file: "pkg/controller/kubevirt.go", line: 96 });
    expect(finding?.evidence).toEqual([
      { commit: head.commit, file: "pkg/controller/kubevirt.go", line: 96 },
      { commit: "5".repeat(40), file: null, line: null },
    ]);
  });
});
