import { expect, it } from "vitest";
import { isPackage } from "../../../src/behavior/program/package-path.js";

it.each([
  ["example.org/coast/pkg/util", "pkg/util"],
  ["example.org/coast/pkg/util", "util"],
  ["pkg/util", "pkg/util"],
  ["example.org/coast/server/v3/lease", "server/lease"],
  ["example.org/api/core/v1", "staging/src/example.org/api/core/v1"],
  ["example.org/api/core/v1", "core/v1"],
])("%s is the package in %s", (path, directory) => {
  expect(isPackage(path, directory)).toBe(true);
});

it.each([
  ["example.org/coast/pkg/utility", "util"],
  ["example.org/coast/pkg/util", "pkg/utils"],
  ["example.org/coast/myutil", "util"],
  ["example.org/coast/v1", "v2"],
  ["example.org/coast/util", "."],
])("%s is not the package in %s", (path, directory) => {
  expect(isPackage(path, directory)).toBe(false);
});
