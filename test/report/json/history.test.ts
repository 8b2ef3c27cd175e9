import { describe, expect, it } from "vitest";
import { renderBackports, renderTimeline, renderUndoes } from "../../../src/report/index.js";
import { foundingBackports, foundingTimeline, foundingUndoes } from "../founding-history.js";

const context = {
  lang: "zh-CN",
  width: 80,
  color: true,
  webUrl: null,
  packTitle: "x",
  statesKnown: true,
  all: true,
} as const;

/** The same value with its keys the other way around. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  ) as T;
}

type Keyed = Record<string, unknown>;
const keysOf = (value: unknown) => Object.keys(value as Keyed);
const first = (value: unknown) => (value as Keyed[])[0] as Keyed;

describe("history as JSON", () => {
  it("has the timeline's keys in the contract's order", () => {
    const answer = JSON.parse(renderTimeline(reversed(foundingTimeline), "json", context)) as Keyed;
    expect(keysOf(answer)).toEqual(["format", "behavior", "ref", "events", "chains", "reach"]);
    const event = (answer.events as Keyed[])[3] as Keyed;
    expect(keysOf(event)).toEqual(
      "commit pullRequest alsoNumbered date author subject state changes relations on labels closes".split(" "),
    );
    expect(keysOf(first(event.changes))).toEqual("stage operation kind before after summary".split(" "));
    expect(keysOf(first(event.relations))).toEqual(
      "kind commit pullRequest extent stages operations declared".split(" "),
    );
    expect(keysOf(first(answer.chains))).toEqual(["stage", "steps"]);
    expect(keysOf(first(first(answer.chains).steps))).toEqual("value commit pullRequest state".split(" "));
  });

  it("has the keys of backports in the contract's order", () => {
    const answer = JSON.parse(renderBackports(reversed(foundingBackports), "json", context)) as Keyed;
    expect(keysOf(answer)).toEqual("format behavior from refs changes".split(" "));
    expect(keysOf(first(answer.changes))).toEqual("commit pullRequest subject superseded on".split(" "));
    expect(keysOf((first(answer.changes).on as Keyed)["release-1.13"])).toEqual("status commit witnesses".split(" "));
  });

  it("has the keys of undoes in the contract's order", () => {
    const answer = JSON.parse(renderUndoes(reversed(foundingUndoes), "json", context)) as Keyed;
    expect(keysOf(answer)).toEqual(["format", "answers", "remarks"]);
    expect(keysOf(first(answer.answers))).toEqual(["change", "commit", "undone", "base"]);
    const undone = first(first(answer.answers).undone);
    expect(keysOf(undone).slice(0, 9)).toEqual(
      "commit pullRequest subject coverage confidence kind declared by lines".split(" "),
    );
    expect(keysOf(first(undone.lines))).toEqual("file line text change".split(" "));
  });
});
