import { expect, test } from "vitest";
import type { CommitRecord } from "../../../src/git/index.js";
import { readPickedFrom } from "../../../src/history/picks/picked-from.js";

function commit(subject: string, body = ""): CommitRecord {
  return { commit: "c", parents: [], author: "Ada Port", authorDate: "", committerDate: "", subject, body };
}

test.each([
  ["Fix ports", "", [], []],
  ["Fix ports (#12)", "(cherry picked from commit 0123456789ABCDEF)", ["0123456789abcdef"], [12]],
  ["Fix ports (#12) (#34)", "", [], [34, 12]],
  ["[release-1.12] Fix ports", "This is an automated cherry-pick of #12", [], [12]],
  ["Backport #12, #13 and #14 to 1.12", "", [], [12, 13, 14]],
  ["Fix ports", "backport of 0123456789\n", ["0123456789"], []],
  ["Fix ports", "[ Upstream commit 0123456789abcdef ]", ["0123456789abcdef"], []],
  ["Fix ports", "commit 0123456789abcdef upstream.", ["0123456789abcdef"], []],
  ['Revert "Fix ports (#12)" (#15)', "", [], [15]],
  ["Ports", "(cherry picked from commit 01234567)\n(cherry picked from commit 89abcdef)", ["01234567", "89abcdef"], []],
])("%s | %s", (subject, body, commits, pullRequests) => {
  expect(readPickedFrom(commit(subject, body), null)).toEqual({ commits, pullRequests });
});

test("the merge that brought a commit alone speaks for it", () => {
  const merge = commit("Merge pull request #20 from bot/pick", "Automated cherry pick of #12: fix ports");
  expect(readPickedFrom(commit("Fix ports"), merge)).toEqual({ commits: [], pullRequests: [20, 12] });
});
