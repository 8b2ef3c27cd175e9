import { describe, expect, it } from "vitest";
import type { Finding, Sighting } from "../../src/review/index.js";
import { ASSIGN, findingsIn, MOVE, RETURN, RETURN_HALF, WATCH } from "./harbour.js";

const careless = WATCH.replace("ferry.Convoy.Others > 0", "ferry.Late");
const told = (findings: readonly Finding[]) =>
  findings.map(({ severity, facts, stage }) => [severity, facts.rule, stage]);
const ids = (findings: readonly Finding[]) => findings.map(({ id }) => id);

const hazard = (identity: readonly string[], line: number): Sighting => ({
  facts: { rule: "hazard", hazard: "fog", message: "Fog.", text: "h.sail()", function: "watch" },
  severity: "warning",
  stage: null,
  file: "harbour/all.go",
  line,
  places: [],
  identity,
});

describe("the findings of a ref", () => {
  it("stand worst first, then by stage, by rule and by place, hazards behind the rules on cells", async () => {
    const hazards = [hazard(["fog", "watch"], 9), hazard(["fog", "sail"], 3)];
    const found = await findingsIn(ASSIGN + MOVE + RETURN_HALF + careless, { hazards });
    expect(told(found)).toEqual([
      ["warning", "asymmetry", null],
      ["warning", "guarded-cleanup", null],
      ["warning", "hazard", null],
      ["warning", "hazard", null],
      ["notice", "unowned-cleanup", "sunk"],
    ]);
    expect(found.filter(({ facts }) => facts.rule === "hazard").map(({ line }) => line)).toEqual([3, 9]);
  });

  it("carry their evidence at the ref's commit", async () => {
    const [finding] = await findingsIn(ASSIGN + MOVE + RETURN_HALF + WATCH);
    expect(finding).toMatchObject({
      behavior: "harbour/test",
      ref: "here",
      file: "harbour/all.go",
      line: 17,
      evidence: [
        { commit: "commit of here", file: "harbour/all.go", line: 17 },
        { commit: "commit of here", file: "harbour/all.go", line: 6 },
      ],
    });
  });
});

describe("a fingerprint", () => {
  const source = ASSIGN + MOVE + RETURN_HALF + careless;

  it("is short, and the same for the same sources", async () => {
    const found = await findingsIn(source);
    expect(ids(found).every((id) => /^[0-9a-f]{12}$/.test(id))).toBe(true);
    expect(ids(await findingsIn(source))).toEqual(ids(found));
  });

  it("survives shifted lines, moved files, other names and a guard in other words", async () => {
    const before = ids(await findingsIn(source));
    const shifted = `// The harbour.\n\n\n${source}`;
    expect(ids(await findingsIn(shifted))).toEqual(before);
    const moved = { "port/quay/ops.go": ASSIGN + MOVE + RETURN_HALF, "port/lookout.go": careless };
    expect(ids(await findingsIn(moved))).toEqual(before);
    const renamed = source
      .replaceAll("watch(", "lookOut(")
      .replaceAll("ferry", "ship")
      .replaceAll("_, ok :=", "_, there :=");
    expect(ids(await findingsIn(renamed.replaceAll("!ok", "!there")))).toEqual(before);
    const reworded = source.replace('_, ok := h.Plan["berth"]; !ok', 'h.Plan["berth"] == ""');
    expect(ids(await findingsIn(reworded))).toEqual(before);
  });

  it("is another one as soon as a latent matter can be reached", async () => {
    const idOf = async (text: string) =>
      (await findingsIn(text)).find(({ facts }) => facts.rule === "guarded-cleanup")?.id;
    expect(await idOf(ASSIGN + MOVE + RETURN + WATCH)).not.toBe(await idOf(source));
  });

  it("tells two sightings of one identity apart by their order", async () => {
    const found = await findingsIn(source, { hazards: [hazard(["fog"], 9), hazard(["fog"], 3)] });
    const [first, second] = found.filter(({ facts }) => facts.rule === "hazard");
    expect(second?.id).toBe(`${first?.id}-2`);
  });
});
