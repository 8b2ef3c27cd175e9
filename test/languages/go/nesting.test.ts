import { expect, test } from "vitest";
import { goFrontEnd } from "../../../src/languages/index.js";

/** Declarations that nest one construct `n` times. */
const nested: Readonly<Record<string, (n: number) => string>> = {
  parentheses: (n) => `var x = ${"(".repeat(n)}1${")".repeat(n)}`,
  "unary operators": (n) => `var x = ${"!".repeat(n)}a`,
  arrows: (n) => `var x = ${"<-".repeat(n)}a`,
  calls: (n) => `var x = ${"f(".repeat(n)}${")".repeat(n)}`,
  indices: (n) => `var x = ${"a[".repeat(n)}1${"]".repeat(n)}`,
  literals: (n) => `var x = ${"T{".repeat(n)}${"}".repeat(n)}`,
  "elided literals": (n) => `var x = T${"{".repeat(n)}${"}".repeat(n)}`,
  closures: (n) => `var x = ${"func() { return ".repeat(n)}${"}".repeat(n)}`,
  blocks: (n) => `func f() ${"{".repeat(n)}${"}".repeat(n)}`,
  ifs: (n) => `func f() {${"if a {".repeat(n)}${"}".repeat(n)}}`,
  "else ifs": (n) => `func f() {${"if a {} else ".repeat(n)}{}}`,
  loops: (n) => `func f() {${"for {".repeat(n)}${"}".repeat(n)}}`,
  switches: (n) => `func f() {${"switch { case a: ".repeat(n)}${"}".repeat(n)}}`,
  selects: (n) => `func f() {${"select { default: ".repeat(n)}${"}".repeat(n)}}`,
  labels: (n) => `func f() {${"l: ".repeat(n)}}`,
  types: (n) => `var x ${"[]".repeat(n)}int`,
  "type arguments": (n) => `var x ${"T[".repeat(n)}int${"]".repeat(n)}`,
  "function types": (n) => `var x ${"func(".repeat(n)}${")".repeat(n)}`,
  sums: (n) => `var x = 1${" + 1".repeat(n)}`,
  chains: (n) => `var x = a${".b()".repeat(n)}`,
  "sums in sums": (n) => `var x = ${"(".repeat(n / 10)}1${" + 1".repeat(100)}${" + 1)".repeat(n / 10)}`,
};

test.each(Object.entries(nested))("%s may nest a hundred times", (_, text) => {
  expect(goFrontEnd.lower(text(100))).toMatchObject({ ok: true });
});

test.each(Object.entries(nested))(
  "%s a hundred thousand deep are refused, not followed to the end of the stack",
  (_, text) => {
    expect(goFrontEnd.lower(text(100_000))).toMatchObject({ ok: false, message: "nested too deeply" });
  },
);

test("a tree that is long and deep at the same time is refused, too", () => {
  const sums = `${"f(".repeat(100)}1${` + 1${" + 1".repeat(100)})`.repeat(100)}`;
  expect(goFrontEnd.parseExpression(sums)).toEqual({ message: "nested too deeply", offset: 0 });
});

test("long lists are not deep", () => {
  expect(goFrontEnd.lower(`var x = []int{${"f(1), ".repeat(100_000)}}`)).toMatchObject({ ok: true });
});
