import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyTable } from "../../../src/history/lines/key-table.js";

test("keys are numbered in the order first seen, as a map would", () => {
  const keys = fc.array(fc.oneof(fc.maxSafeNat(), fc.nat(20)), { maxLength: 5_000 });
  fc.assert(
    fc.property(keys, (list) => {
      const table = new KeyTable();
      const map = new Map<number, number>();
      for (const key of list) {
        if (!map.has(key)) map.set(key, map.size);
        expect(table.intern(key)).toBe(map.get(key));
      }
      expect(table.size).toBe(map.size);
      for (const [key, number] of map) expect(table.find(key)).toBe(number);
      expect(table.find(-1)).toBe(-1);
    }),
    { numRuns: 20 },
  );
});
