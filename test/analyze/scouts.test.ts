import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseScouts } from "../../src/analyze/scouts.js";

function tree(...blobs: string[]) {
  return blobs.map((blob) => ({ path: `${blob}.go`, blob }));
}

test("the trees that add most are chosen, the first among equals", () => {
  const [same, large, small, other] = [tree("a", "b"), tree("a", "b", "c", "d"), tree("a", "e"), tree("x", "y", "z")];
  expect(chooseScouts([same, large, small, other], 3)).toEqual([large, other, small]);
});

test("there are no more scouts than trees", () => {
  expect(chooseScouts([tree("a"), tree("a"), tree()], 8)).toHaveLength(3);
  expect(chooseScouts([], 8)).toEqual([]);
});

test("no tree outside adds more than the last that was chosen", () => {
  const trees = fc.array(fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 }), { maxLength: 12 });
  fc.assert(
    fc.property(trees, fc.nat({ max: 12 }), (blobs, count) => {
      const all = blobs.map((each) => tree(...each));
      const chosen = chooseScouts(all, count);
      expect(new Set(chosen).size).toBe(Math.min(count, all.length));
      const adds = (each: (typeof chosen)[number], before: typeof chosen) => {
        const held = new Set(before.flat().map(({ blob }) => blob));
        return each.filter(({ blob }) => !held.has(blob)).length;
      };
      for (const [index, scout] of chosen.entries()) {
        const before = chosen.slice(0, index);
        for (const each of all) {
          if (!before.includes(each)) expect(adds(each, before)).toBeLessThanOrEqual(adds(scout, before));
        }
      }
    }),
  );
});
