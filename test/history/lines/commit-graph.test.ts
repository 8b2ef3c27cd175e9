import { expect, test } from "vitest";
import type { LoggedCommit } from "../../../src/git/commit-log.js";
import { CommitGraph } from "../../../src/history/lines/commit-graph.js";

/** A graph from lines like `m: a b`: a commit and its parents, parents first. The last is the tip. */
function graph(...lines: string[]): CommitGraph {
  const records = lines.map((line): LoggedCommit => {
    const [commit = "", parents = ""] = line.split(":");
    const people = { author: "Ada Port", authorDate: "", committerDate: "", subject: "", body: "" };
    return { commit, parents: parents.split(" ").filter((name) => name !== ""), ...people, shallow: false };
  });
  return new CommitGraph(records, [records.at(-1)?.commit ?? ""]);
}

function names(of: CommitGraph, numbers: readonly number[]): string[] {
  return numbers.map((number) => of.id(number)).sort();
}

test("a merge groups what it brought, and only that", () => {
  const history = graph("a:", "b: a", "x: a", "y: x", "m: b y", "c: m");
  const groups = history.records.map((_, number) => {
    const group = history.group(number);
    return group === null ? null : [history.id(group.merge), ...names(history, group.members)];
  });
  expect(groups).toEqual([null, null, ["m", "x", "y"], ["m", "x", "y"], null, null]);
});

test("an octopus brings all its arms; the history of main that a topic merged stays main's", () => {
  const history = graph("a:", "b: a", "x: a", "y: a", "z: x b", "m: b z y");
  expect(names(history, history.brought(history.number("m") ?? -1))).toEqual(["m", "x", "y", "z"]);
  expect(history.group(history.number("b") ?? -1)).toBeNull();
});

test("a merge that brings more than sixty commits is an import, not a pull request", () => {
  const arm = Array.from({ length: 61 }, (_, at) => `x${at}: ${at === 0 ? "a" : `x${at - 1}`}`);
  const history = graph("a:", "b: a", ...arm, "m: b x60");
  expect(history.group(history.number("x3") ?? -1)).toBeNull();
  expect(history.id(history.mergeOf(history.number("x3") ?? -1) ?? -1)).toBe("m");
});

test("the merge base is the latest commit that both sides have", () => {
  const history = graph("a:", "b: a", "x: b", "c: b", "m: c x", "y: x", "d: m y");
  const base = (a: string, b: string) => history.mergeBase(history.number(a) ?? -1, history.number(b) ?? -1);
  expect([base("c", "y"), base("m", "y"), base("a", "d")].map((number) => history.id(number ?? -1))).toEqual([
    "b",
    "x",
    "a",
  ]);
});

test("a commit is found by the beginning of its id", () => {
  const history = graph("0123456789:", "abcdef0123: 0123456789");
  expect([history.find("abcdef0"), history.find("abcdef0123"), history.find("abc"), history.find("ffffffff")]).toEqual([
    1,
    1,
    null,
    null,
  ]);
});
