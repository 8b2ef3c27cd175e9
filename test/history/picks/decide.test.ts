import { expect, test } from "vitest";
import { decide } from "../../../src/history/picks/decide.js";
import type { Evidence, FilesThere, FoundPick } from "../../../src/history/picks/evidence.js";

const nothing: Evidence = { ancestor: null, picks: [], reverts: [], files: null, behavior: null };
const files: FilesThere = {
  createsAll: false,
  anyFile: true,
  addedWorth: 5,
  removedWorth: 5,
  addedThere: 0,
  removedThere: 1,
};

function pick(order: number, change: Partial<FoundPick> = {}): FoundPick {
  return { commit: `commit ${order}`, order, witnesses: ["similarity"], contained: 1, likeness: 1, ...change };
}

test("history decides, the later word over the earlier", () => {
  const told = (evidence: Partial<Evidence>) => {
    const { status, commit, witnesses, revertedBy } = decide({ ...nothing, ...evidence });
    return [status, commit, witnesses.join(), revertedBy];
  };
  const revert = { commit: "revert", order: 5 };
  expect(told({ ancestor: 1 })).toEqual(["present", null, "ancestor", null]);
  expect(told({ ancestor: 1, reverts: [revert] })).toEqual(["reverted", null, "ancestor", "revert"]);
  expect(told({ ancestor: 1, reverts: [revert], picks: [pick(7)] })).toEqual([
    "present",
    "commit 7",
    "similarity",
    null,
  ]);
  expect(told({ picks: [pick(3, { witnesses: ["trailer", "patch-id"] })] })).toEqual([
    "present",
    "commit 3",
    "trailer,patch-id",
    null,
  ]);
  expect(told({ picks: [pick(3)], reverts: [revert] })).toEqual(["reverted", "commit 3", "similarity", "revert"]);
  expect(told({ picks: [pick(3), pick(6, { likeness: 1.5 })] })).toEqual(["present", "commit 6", "similarity", null]);
  expect(told({ picks: [pick(3, { contained: 0.2, witnesses: ["number"] })] })).toEqual([
    "partial",
    "commit 3",
    "number",
    null,
  ]);
  expect(told({})).toEqual(["missing", null, "", null]);
});

test("without history the files decide", () => {
  const status = (change: Partial<FilesThere>) => decide({ ...nothing, files: { ...files, ...change } }).status;
  expect(status({})).toBe("missing");
  expect(status({ anyFile: false })).toBe("not-applicable");
  expect(status({ anyFile: false, createsAll: true })).toBe("missing");
  expect(status({ removedThere: 0 })).toBe("not-applicable");
  expect(status({ removedThere: 0, removedWorth: 1 })).toBe("missing");
  expect(status({ addedThere: 1, removedThere: 0 })).toBe("present");
  expect(status({ addedThere: 0.6, removedThere: 0.5 })).toBe("partial");
  expect(status({ addedThere: 1, addedWorth: 1, removedThere: 0.1 })).toBe("missing");
});

test("behavior overrules, and is a witness", () => {
  expect(decide({ ...nothing, picks: [pick(3)], behavior: "partial" })).toEqual({
    status: "partial",
    commit: "commit 3",
    witnesses: ["similarity", "behavior"],
    revertedBy: null,
    contained: 1,
  });
});
