import { describe, expect, it } from "vitest";
import type { Matrix } from "../../../src/behavior/index.js";
import type { Relation, Timeline } from "../../../src/history/index.js";
import { backportsHeadline } from "../../../src/report/backports/headline.js";
import { messagesIn, plain } from "../../../src/report/index.js";
import { cause, disagreement } from "../../../src/report/whole/summary.js";
import { foundingCase, foundingWithOlder } from "../founding-case.js";
import { foundingBackports, foundingTimeline, quietTimeline } from "../founding-history.js";

const [en, zh] = [messagesIn("en"), messagesIn("zh-CN")];

describe("where branches disagree", () => {
  const told = (matrix: Matrix) => plain(disagreement(matrix, en));

  it("is said of those that have the behavior at all", () => {
    expect(told(foundingWithOlder)).toBe(
      "master differs from release-1.12-mc in what it does at pod-deleted. 1 ref does not have this behavior at all.",
    );
  });

  it("is that they agree, where they do", () => {
    expect(told({ ...foundingCase, differences: [] })).toBe("All 3 refs do the same at every stage.");
  });

  it("is not claimed of what could not be read", () => {
    const refs = foundingCase.refs.map((ref, index) => ({
      ...ref,
      status: index === 2 ? ("unreadable" as const) : ref.status,
    }));
    const cells = foundingCase.cells.filter(({ ref }) => ref !== "master");
    expect(told({ ...foundingCase, refs, cells, operations: [], writers: [], differences: [] })).toBe(
      "No difference was found between the 2 refs that could be read completely. 1 ref could not be read completely.",
    );
  });
});

describe("how they came to", () => {
  const told = (timeline: Timeline, messages = en) => plain(cause(timeline, messages, null));
  const merged = foundingTimeline.events.filter(({ state }) => state === "merged");
  const withUndo = (fields: Partial<Relation>): Timeline => ({
    ...foundingTimeline,
    events: merged.map((event) =>
      event.pullRequest === 5873
        ? { ...event, relations: event.relations.slice(0, 1).map((relation) => ({ ...relation, ...fields })) }
        : { ...event, relations: [] },
    ),
  });

  it("is the latest change that took back what another one did", () => {
    expect(told(foundingTimeline)).toBe(
      "on master, #5873 (2025-11-07) took back part of #5833, at succeeded and failed. #6242, not merged, would take back #5873.",
    );
    expect(told(foundingTimeline, zh)).toBe(
      "在 master 上，#5873（2025-11-07）在 succeeded 和 failed 阶段撤销了 #5833 的一部分。未合并的 #6242 将撤销 #5873。",
    );
  });

  it("tells the whole from a part, and conditions from what is done", () => {
    expect(told(withUndo({ extent: "full" }))).toBe(
      "on master, #5873 (2025-11-07) took back all of #5833, at succeeded and failed.",
    );
    expect(told({ ...foundingTimeline, events: merged.filter(({ pullRequest }) => pullRequest === 6239) })).toBe(
      "on master, #6239 (2026-02-02) took back all of #4773, at succeeded and failed (conditions only).",
    );
    expect(told(withUndo({ stages: [], operations: [], declared: true }))).toBe(
      "on master, #5873 (2025-11-07) says that it takes back #5833, though no stage returns to what it was.",
    );
  });

  it("is that nothing was undone, where nothing was", () => {
    const peaceful = { ...foundingTimeline, events: merged.map((event) => ({ ...event, relations: [] })) };
    expect(told({ ...peaceful, events: peaceful.events.slice(0, 3) })).toBe(
      "none of the 3 changes on master took another back; the latest is #5833 (2025-10-29).",
    );
    expect(told({ ...peaceful, events: peaceful.events.slice(0, 1) })).toBe(
      "one change on master, #3767 (2024-03-05), made it what it is; nothing was taken back.",
    );
    expect(told(quietTimeline)).toBe("No commit on master changed this behavior.");
    expect(told({ ...quietTimeline, reach: { ...quietTimeline.reach, shallowAt: "a".repeat(40) } })).toBe(
      "No commit on master changed this behavior, as far back as this shallow clone goes.",
    );
  });

  it("forgets proposals that are closed", () => {
    const closed = foundingTimeline.events.map((event) =>
      event.pullRequest === 6242 ? { ...event, state: "closed" as const } : event,
    );
    expect(told({ ...foundingTimeline, events: closed })).not.toContain("#6242");
  });
});

describe("what is missing where", () => {
  const told = (backports: typeof foundingBackports) => plain(backportsHeadline(backports, en, null));

  it("is a question about the newest branch, and how many more there are", () => {
    expect(told(foundingBackports)).toBe(
      "release-1.14 does not have #6241: is it meant to be there? 4 more questions below.",
    );
  });

  it("is nothing, where every branch has what is in force", () => {
    expect(told({ ...foundingBackports, refs: ["release-0.9", "release-1.16"] })).toBe(
      "The branch that the changes of master concern has all of them that are in force.",
    );
    expect(told({ ...foundingBackports, changes: foundingBackports.changes.slice(0, 1) })).toBe(
      "Each of the 4 branches that the changes of master concern has all of them that are in force.",
    );
    expect(told({ ...foundingBackports, refs: ["release-0.9"] })).toBe(
      "No other branch has the code that the changes of master concern.",
    );
    expect(told({ ...foundingBackports, refs: [] })).toBe("There is no branch to compare master with.");
    expect(told({ ...foundingBackports, changes: [] })).toBe("Nothing on master changed this behavior.");
  });

  it("is never what the source branch has itself replaced", () => {
    const replaced = foundingBackports.changes.map((change) => ({ ...change, superseded: true }));
    expect(told({ ...foundingBackports, changes: replaced })).toContain("has all of them that are in force");
  });
});
