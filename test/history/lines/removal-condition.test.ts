import { expect, test } from "vitest";
import { findRemovalCondition } from "../../../src/history/lines/removal-condition.js";

test.each([
  ["\t// Remove once upstream #7 is fixed", true],
  ["# once 1.14 is out we can drop this", true],
  ["// temporary workaround for the scheduler", true],
  ["// 上游修复后删除", true],
  ["remove(port)", false],
  ["// removes the port", false],
])("%s", (line, found) => {
  expect(findRemovalCondition(["}", line])).toBe(found ? line.trim() : null);
});
