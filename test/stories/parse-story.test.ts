import { describe, expect, test } from "vitest";
import { parseStory } from "../../src/stories/read-story.js";
import { replay } from "../../src/stories/replay.js";

const head = `title: A test
people: { lin: Lin Yao <lin@example.org> }
`;
const start = `commits:
  - { id: start, branch: master, author: lin, date: 2025-01-01T00:00:00Z, message: Start, put: { a.go: { text: "a a b" } } }
`;

function problemsOf(text: string): string[] {
  try {
    parseStory("test", text);
    return [];
  } catch (error) {
    return (error as { fields: { problems: string } }).fields.problems.split("; ");
  }
}

test("a story's defaults are filled in", () => {
  const story = parseStory("test", `${head}${start}pulls: { 7: start }`);
  expect(story).toMatchObject({
    name: "test",
    head: "master",
    refs: [{ name: "refs/pull/7/head", commit: "start", annotation: null }],
    expect: { rules: null, matrix: {} },
  });
  expect(story.commits[0]).toEqual({
    id: "start",
    branch: "master",
    parents: [],
    author: { name: "Lin Yao", email: "lin@example.org", seconds: 1735689600, zone: "+0000" },
    committer: { name: "Lin Yao", email: "lin@example.org", seconds: 1735689600, zone: "+0000" },
    message: "Start",
    changes: [
      {
        kind: "put",
        path: "a.go",
        content: { kind: "text", text: "a a b", format: { crlf: false, byteOrderMark: false, executable: false } },
      },
    ],
  });
});

describe("what is wrong is told with its place", () => {
  test.each([
    ["text that is no YAML", "title: [", [/^Flow sequence in block collection must be .* at line 1, column 9/]],
    ["fields that do not exist", `${head}${start}refs: {}`, ['the file: Unrecognized key: "refs"']],
    ["a date without a zone", head + start.replace("00Z", "00"), [/^commits\.0\.date: must be a date with its zone/]],
    [
      "a person without an address",
      start + head.replace("<lin@example.org>", ""),
      ["people.lin: must look like Name <email>"],
    ],
    [
      "an empty put",
      head + start.replace('text: "a a b"', ""),
      [/^commits\.0\.put\.a\.go: must be a source path, or one of/],
    ],
  ])("%s", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(
      problems.map((problem) => (typeof problem === "string" ? problem : expect.stringMatching(problem))),
    );
  });

  test("all names that lead nowhere, at once", () => {
    const text = `${head}head: main
${start}  - { id: start, branch: next, author: mei, date: 2025-01-02T00:00:00Z }
  - { id: pick, branch: master, pick: later, author: lin, date: 2025-01-02T00:00:00Z, message: Pick }
branches: { gone: lost }
tags: { v1: { commit: start, author: odd, date: 2025-01-02T00:00:00Z, message: v1 } }
`;
    expect(problemsOf(text)).toEqual([
      "commit start: the id is used twice",
      "commit start: it starts branch next, so it must name its parents",
      "commit start: people has no mei",
      "commit start: it has no message",
      "commit pick: there is no earlier commit later",
      "tag v1: people has no odd",
      "refs/heads/gone: there is no commit lost",
      "head: there is no branch main",
    ]);
  });
});

describe("changes that do not fit their parent are told", () => {
  test.each([
    ["an edit that finds its text twice", "edit: [{ path: a.go, replace: a, with: c }]", "edit: a.go has 2 times: a"],
    [
      "an edit that does not find its text",
      'edit: [{ path: a.go, replace: "x\\ny", with: c }]',
      "edit: a.go has 0 times: x",
    ],
    ["an edit of nothing", "edit: [{ path: b.go, replace: a, with: c }]", "edit: there is no file b.go"],
    ["a deletion of nothing", "delete: [b.go]", "delete: there is no file b.go"],
    ["a move of nothing", "move: { b.go: c.go }", "move: there is no file b.go"],
    [
      "a source that is not there",
      "put: { b.go: nowhere.go }",
      "nowhere.go: there is no such file or folder beside the story",
    ],
    [
      "a source outside",
      "put: { b.go: ../../../package.json }",
      "../../../package.json: sources stay inside the stories' folder",
    ],
  ])("%s", async (_, change, problem) => {
    const next = `  - { id: next, branch: master, author: lin, date: 2025-01-02T00:00:00Z, message: Next, ${change} }\n`;
    await expect(replay(parseStory("test", head + start + next))).rejects.toMatchObject({
      code: "bad-story",
      fields: { story: "test", problems: expect.stringMatching(`${problem.replace(/[.?*]/g, "\\$&")}$`) },
    });
  });
});

test("a merge keeps its first parent's files and adds its own changes", async () => {
  const side =
    "  - { id: side, branch: side, parents: [start], author: lin, date: 2025-01-02T00:00:00Z, message: Side, put: { b.go: { text: b } } }\n";
  const merge =
    "  - { id: merge, branch: master, parents: [start, side], author: lin, date: 2025-01-03T00:00:00Z, message: Merge, put: { c.go: { bytes: 00ff } } }\n";
  const trees = await replay(parseStory("test", head + start + side + merge));
  expect(
    [...(trees.get("merge") ?? [])].map(([path, file]) => [path, file.mode, file.content.toString("hex")]),
  ).toEqual([
    ["a.go", "100644", "6120612062"],
    ["c.go", "100644", "00ff"],
  ]);
});
