import { describe, expect, it } from "vitest";
import { circumstancesOf, isFresh, isUnderWay, UNFINISHED } from "../../../src/github/jobs/freshness.js";
import type { LastReport } from "../../../src/store/index.js";

const tip = "b".repeat(40);
const pull = {
  title: "fix",
  body: null,
  draft: false,
  base: { ref: "master", sha: "old" },
  head: { sha: "c".repeat(40) },
} as never as Parameters<typeof circumstancesOf>[0] & Parameters<typeof isFresh>[1];
const at = new Date("2026-11-24T12:00:00Z");
const report: LastReport = {
  installation: 1,
  repository: 2,
  number: 3,
  comment: null,
  commentHash: null,
  checkRun: 4,
  base: tip,
  head: "c".repeat(40),
  configurationHash: circumstancesOf(pull),
  at,
};

describe("a report", () => {
  it.each([
    ["is fresh when it was made from what is there", report, pull, true],
    ["is not, when there is none", undefined, pull, false],
    ["is not, when the base has moved", { ...report, base: "d" }, pull, false],
    ["is not, when the head has moved", { ...report, head: "d" }, pull, false],
    ["is not, when the title has changed", report, { ...pull, title: "mend" }, false],
    ["is not, when the draft is ready", report, { ...pull, draft: true }, false],
    ["is not, while it is being made", { ...report, configurationHash: UNFINISHED }, pull, false],
  ])("%s", (_, last, now, fresh) => {
    expect(isFresh(last, now as typeof pull, tip)).toBe(fresh);
  });

  it("is under way for as long as a review may take", () => {
    const begun = { ...report, configurationHash: UNFINISHED };
    const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
    expect(isUnderWay(begun, pull, later(14))).toBe(true);
    expect(isUnderWay(begun, pull, later(15))).toBe(false);
    expect(isUnderWay(report, pull, later(1))).toBe(false);
    expect(isUnderWay({ ...begun, head: "d" }, pull, later(1))).toBe(false);
    expect(isUnderWay(undefined, pull, later(1))).toBe(false);
  });
});
