import { expect, it } from "vitest";
import type { EventChange, Relation, TimelineEvent } from "../../src/history/index.js";
import { undoSightings } from "../../src/review/index.js";

const event = (
  commit: string,
  changes: readonly EventChange[],
  relations: readonly Relation[] = [],
): TimelineEvent => ({
  commit,
  pullRequest: Number(commit),
  alsoNumbered: [],
  date: "2025-03-01T00:00:00Z",
  author: "Lin Yao",
  subject: `change ${commit}`,
  state: "merged",
  changes,
  relations,
  labels: [],
  closes: [],
  on: {},
});

const conditions = (before: string, after: string): EventChange => ({
  ...{ stage: "departed", operation: "Return", kind: "guards", before, after, summary: "" },
});

const undoes = (commit: string): Relation => ({
  ...{ kind: "undoes", commit, pullRequest: Number(commit), extent: "partial", declared: false },
  ...{ stages: ["departed"], operations: ["Return"] },
});

const nowhere = { stages: [], operations: [], writers: [], unplaced: [], problems: [] } as never;

function cellsOf(earlier: EventChange, now: EventChange) {
  const [sighted] = undoSightings(event("8", [now], [undoes("7")]), [event("7", [earlier])], nowhere);
  const facts = sighted?.sighting.facts;
  return facts?.rule === "undoes" ? facts.cells.map(({ before, after }) => ({ before, after })) : [];
}

it("of conditions only those are told that are as they were before the earlier change", () => {
  expect(cellsOf(conditions("—", "!ferry.Full"), conditions("crew.Aboard; !ferry.Full", "ferry.Signed"))).toEqual([
    { before: "!ferry.Full", after: "—" },
  ]);
  expect(cellsOf(conditions("ferry.Signed", "!ferry.Full"), conditions("crew.Aboard", "ferry.Signed; x > 1"))).toEqual([
    { before: "—", after: "ferry.Signed" },
  ]);
});

it("all are told where other words stand for the same condition", () => {
  expect(cellsOf(conditions("—", "!f.Full"), conditions("!ferry.Full", "—"))).toEqual([
    { before: "!ferry.Full", after: "—" },
  ]);
});

it("is a notice where only the number of places returns from which the same call is made", () => {
  const calls = (before: string, after: string): EventChange => ({ ...conditions(before, after), kind: "calls" });
  const severityOf = (before: string, after: string) =>
    undoSightings(event("8", [calls(before, after)], [undoes("7")]), [event("7", [calls(after, before)])], nowhere)[0]
      ?.sighting.severity;
  expect(severityOf("Return → Return", "Return")).toBe("notice");
  expect(severityOf("Return → Assign", "Return")).toBe("warning");
  expect(severityOf("Return → Assign → Return", "Return → Assign")).toBe("warning");
});
