import { expect, test } from "vitest";
import { CONTENT_THRESHOLD, contentLikeness } from "../../../src/history/picks/likeness.js";
import type { Similarity } from "../../../src/history/picks/similarity.js";

/** Lines that all stand in files of other names, a quarter of their weight each. */
function moved(shared: number, dice: number): Similarity {
  return { commit: 1, dice: dice / 4, contained: dice / 4, shared: shared / 4, anywhere: { dice, shared } };
}

test.each([
  ["three full lines in a file of another name are half a pick", moved(3, 1), 0.5, true],
  ["two full lines are too little to believe that a file moved", moved(2, 1), 0.25, false],
  ["a part of a change in other files is none", moved(10, 0.6), 0.3, false],
  ["a bundle that holds the change is one", { ...moved(4, 0.1), contained: 1, shared: 4 }, 0.75, true],
])("%s", (_, similarity, likeness, isPick) => {
  expect(contentLikeness(similarity)).toBe(likeness);
  expect(likeness >= CONTENT_THRESHOLD).toBe(isPick);
});
