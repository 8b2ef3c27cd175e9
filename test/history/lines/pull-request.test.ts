import { expect, test } from "vitest";
import { pullRequestsOf } from "../../../src/history/lines/pull-request.js";

test.each([
  ["Fix ports", []],
  ["Fix ports (#12)", [12]],
  ["Fix ports (#12) (#34)", [34, 12]],
  ["Fix ports (!12)", [12]],
  ["Fix #12 at last", []],
  ['Revert "Fix ports (#12)"', []],
  ['Revert "Fix ports (#12)" (#13)', [13]],
  ["Merge pull request #12 from ada/ports", [12]],
  ["Merged PR 12: Fix ports", [12]],
  ["Merged in ports (pull request #12)", [12]],
  ["Merge branch 'release-1.12' into main", []],
])("%s", (subject, expected) => {
  expect(pullRequestsOf(subject)).toEqual(expected);
});
