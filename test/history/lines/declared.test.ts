import { expect, test } from "vitest";
import { declares, readDeclaration } from "../../../src/history/lines/declared.js";

const nothing = { commits: [], subjects: [], pullRequests: [] };

test.each([
  ["Fix ports (#12)", "", null],
  ["Do not lose ports", "Reverting a port is rare.", null],
  [
    'Revert "Fix ports (#12)" (#13)',
    "This reverts commit 0123456789abcdef.",
    { commits: ["0123456789abcdef"], subjects: ["Fix ports (#12)"], pullRequests: [12] },
  ],
  ['Revert "Revert "Fix ports""', "", { ...nothing, subjects: ['Revert "Fix ports"'] }],
  ['Reapply "Fix ports"', "", { ...nothing, subjects: ['Revert "Fix ports"'] }],
  [
    "Tidy (#20)",
    "* Tidy\n* This reverts commit ABCDEF0123.\n* Reverts #15\n",
    { ...nothing, commits: ["abcdef0123"], pullRequests: [15] },
  ],
  [
    "Reverts commits 0a1b2c3d, 4e5f6a7b and 8c9d0e1f",
    "",
    { ...nothing, commits: ["0a1b2c3d", "4e5f6a7b", "8c9d0e1f"] },
  ],
  ["回退 #5833", "", { ...nothing, pullRequests: [5833] }],
  ["撤销“修复迁移” (#21)", "", { ...nothing, subjects: ["修复迁移"] }],
  ["还原提交 0123456789", "", { ...nothing, commits: ["0123456789"] }],
  ["[release-1.12] Revert 'Fix ports'", "", { ...nothing, subjects: ["Fix ports"] }],
])("%s | %s", (subject, body, expected) => {
  expect(readDeclaration({ subject, body })).toEqual(expected);
});

test("a declaration means a commit by id, by subject with or without its number, or by pull request", () => {
  const commit = { commit: "0123456789abcdef0123456789abcdef01234567", subject: "Fix ports (#12)" };
  expect(declares({ ...nothing, commits: ["01234567"] }, commit, [])).toBe(true);
  expect(declares({ ...nothing, subjects: ["Fix ports"] }, commit, [])).toBe(true);
  expect(declares({ ...nothing, pullRequests: [12] }, commit, [12])).toBe(true);
  expect(declares({ commits: ["11111111"], subjects: ["Fix port"], pullRequests: [13] }, commit, [12])).toBe(false);
});
