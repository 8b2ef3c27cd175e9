import { expect, it } from "vitest";
import { consequenceOf } from "../../../src/github/jobs/consequence.js";
import { Failure } from "../../../src/primitives/index.js";

it.each([
  ["github.not-found", "leave"],
  ["github.forbidden", "leave"],
  ["github.rate-limited", "wait"],
  ["config.invalid", "tell"],
  ["rules.invalid-pack", "tell"],
  ["mirror.too-large", "tell"],
  ["mirror.history-rejected", "tell"],
  ["mirror.unreachable", "retry"],
  ["mirror.no-access", "retry"],
  ["mirror.no-space", "retry"],
  ["github.failed", "retry"],
  ["github.moved", "retry"],
])("%s: %s", (code, kind) => {
  expect(consequenceOf(new Failure(code, { seconds: 7 })).kind).toBe(kind);
});

it("tries again what is a bug of ours", () => {
  expect(consequenceOf(new TypeError("x")).kind).toBe("retry");
});
