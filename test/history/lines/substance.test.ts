import { expect, test } from "vitest";
import { substance } from "../../../src/history/lines/substance.js";

test.each([
  ["}", 0],
  ["return nil, err", 0],
  ["if err != nil {", 0],
  ["chassis := port", 11 / 24],
  ["port.Name = port.Name", 8 / 24],
  ["client.SetRequestedChassis(port.Name, chassis)", 1],
  ["// 虚拟机迁移完成之后", 9 / 24],
])("the substance of %s", (line, expected) => {
  expect(substance(line)).toBeCloseTo(expected, 5);
});
