import { expect, test } from "vitest";
import { frontEndFor, frontEnds, goFrontEnd } from "../../src/languages/index.js";

test("a file's ending decides who reads it", () => {
  expect(frontEndFor("pkg/controller/kubevirt.go")).toBe(goFrontEnd);
  expect(frontEndFor("go.mod")).toBeNull();
  expect(frontEndFor("README.md")).toBeNull();
});

test("no two front-ends have the same id or read the same files", () => {
  const ids = frontEnds.map(({ id }) => id);
  const extensions = frontEnds.flatMap((frontEnd) => frontEnd.extensions);
  expect([new Set(ids).size, new Set(extensions).size]).toEqual([ids.length, extensions.length]);
});
