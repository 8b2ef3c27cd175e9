import { expect, test } from "vitest";
import { subjectLikeness } from "../../../src/history/picks/subject-likeness.js";

test.each([
  ["Fix ports (#12)", "[release-1.12] Fix ports (#12) (#34)", 1],
  ["Fix ports", "Automated cherry pick of #12: fix ports", 1],
  ["Fix ports", "Count routers", 0],
  ["fix the port of a router", "fix the port of a switch", 10 / 12],
  ["", "", 0],
])("%s | %s", (a, b, expected) => {
  expect(subjectLikeness(a, b)).toBeCloseTo(expected, 5);
});
