import { expect, test } from "vitest";
import { type Declaration, type FunctionDeclaration, goFrontEnd } from "../../../src/languages/index.js";
import { withoutSpans } from "./without-spans.js";

function lower(text: string): Declaration {
  const lowered = goFrontEnd.lower(text);
  if (!lowered.ok) throw new Error(`${lowered.line}: ${lowered.message}`);
  return lowered.declaration;
}

function lowerFunction(text: string): FunctionDeclaration {
  const declaration = lower(text);
  if (declaration.kind !== "function") throw new Error(`${declaration.kind} is not a function`);
  return declaration;
}

test("a tree knows where each of its parts stands in the text", () => {
  expect(lower("func (p *Port) Move() error {\n\tp.count++\n\treturn nil\n}")).toEqual({
    kind: "function",
    start: 0,
    end: 54,
    line: 0,
    name: "Move",
    receiver: { name: "p", type: "Port" },
    parameters: [],
    results: [{ name: null, type: "error", variadic: false }],
    body: {
      kind: "block",
      start: 28,
      end: 54,
      line: 0,
      statements: [
        {
          kind: "assign",
          start: 31,
          end: 40,
          line: 1,
          targets: [
            {
              kind: "member",
              start: 31,
              end: 38,
              line: 1,
              object: { kind: "name", start: 31, end: 32, line: 1, name: "p" },
              name: "count",
            },
          ],
          operator: "+=",
          values: [{ kind: "literal", start: 38, end: 40, line: 1, type: "number", value: "1" }],
          declares: false,
        },
        {
          kind: "return",
          start: 42,
          end: 52,
          line: 2,
          values: [{ kind: "name", start: 49, end: 52, line: 2, name: "nil" }],
        },
      ],
    },
  });
});

test("positions count UTF-16 units, as strings do", () => {
  const text = 'const 数 = "😀" + π';
  const declaration = lower(text);
  const [entry] = declaration.kind === "values" ? declaration.entries : [];
  expect(entry?.value?.kind === "binary" && text.slice(entry.value.right.start, entry.value.right.end)).toBe("π");
});

test("parentheses belong to what is around them", () => {
  const text = "var a = (b + c) * d";
  const declaration = lower(text);
  const value = declaration.kind === "values" ? declaration.entries[0]?.value : null;
  expect(value?.kind === "binary" && [value, value.left].map(({ start, end }) => text.slice(start, end))).toEqual([
    "(b + c) * d",
    "b + c",
  ]);
});

test.each([
  ["(Port)", { name: null, type: "Port" }],
  ["(*Port)", { name: null, type: "Port" }],
  ["(p Port)", { name: "p", type: "Port" }],
  ["(_ *Port)", { name: "_", type: "Port" }],
  ["(p (*Port),)", { name: "p", type: "Port" }],
  ["(p *Port[S, _])", { name: "p", type: "Port" }],
  ["(Port[S])", { name: null, type: "Port" }],
])("func %s m() has the receiver", (receiver, expected) => {
  expect(lowerFunction(`func ${receiver} m() {}`).receiver).toEqual(expected);
});

test.each([
  ["()", []],
  ["(a int)", ["a int"]],
  ["(a, b int, c string)", ["a int", "b int", "c string"]],
  ["(int, string)", ["int", "string"]],
  ["(a, b)", ["a", "b"]],
  ["(pkg.T, *T, []T)", ["pkg.T", "*T", "[]T"]],
  ["(a pkg.T, b *T, c []T)", ["a pkg.T", "b *T", "c []T"]],
  ["(a ...int)", ["a ...int"]],
  ["(...int)", ["...int"]],
  ["(T[int], pkg.T[K, V])", ["T[int]", "pkg.T[K, V]"]],
  ["(a [n]int, b [2 * n]T[int])", ["a [n]int", "b [2 * n]T[int]"]],
  [
    "(a map[K][]V, b chan int, c <-chan int, d chan<- (<-chan int))",
    ["a map[K][]V", "b chan int", "c <-chan int", "d chan<- <-chan int"],
  ],
  ["(f func(int, ...string) (n int, err error), g func())", ["f func(int, ...string) (n int, err error)", "g func()"]],
  ["(a, b func(c, d int))", ["a func(c int, d int)", "b func(c int, d int)"]],
  ["(\n\ta int,\n\tb int,\n)", ["a int", "b int"]],
  [
    '(s struct {\n\ta, b int `json:"a"`\n\t*T; pkg.U\n\tV[int]\n\tw [n]int\n}, e struct{})',
    ['s struct{ a, b int "json:\\"a\\""; *T; pkg.U; V[int]; w [n]int }', "e struct{}"],
  ],
  [
    "(i interface {\n\tMove(node string) error\n\tfmt.Stringer\n\t~int | ~[]byte\n\tOrdered[T]\n}, e interface{})",
    ["i interface{ Move(node string) error; fmt.Stringer; ~int | ~[]byte; Ordered[T] }", "e interface{}"],
  ],
])("func f%s takes what it says", (signature, expected) => {
  const { parameters } = lowerFunction(`func f${signature} {}`);
  expect(
    parameters.map(({ name, type, variadic }) => [name, variadic ? `...${type}` : type].filter(Boolean).join(" ")),
  ).toEqual(expected);
});

test.each([
  ["", []],
  ["error", [{ name: null, type: "error", variadic: false }]],
  [
    "(*T[K], error)",
    [
      { name: null, type: "*T[K]", variadic: false },
      { name: null, type: "error", variadic: false },
    ],
  ],
  [
    "(n int, err error)",
    [
      { name: "n", type: "int", variadic: false },
      { name: "err", type: "error", variadic: false },
    ],
  ],
  ["(func() error)", [{ name: null, type: "func() error", variadic: false }]],
])("func f() %s returns what it says", (results, expected) => {
  expect(lowerFunction(`func f() ${results} {}`).results).toEqual(expected);
});

test("type parameters leave no trace", () => {
  const plain = withoutSpans(lower("func f(a int) {}"));
  expect(withoutSpans(lower("func f[K comparable, V interface{ *T; M() }, S ~[]E](a int) {}"))).toEqual(plain);
});

test("a function may have its body elsewhere", () => {
  expect(lowerFunction("func add(a, b int) int").body).toBeNull();
});

test("constants are told one by one", () => {
  const text = 'const (\n\tA, B = iota, "b" // first\n\tC, D\n\n\tE string = `e`\n)';
  expect(withoutSpans(lower(text))).toEqual({
    kind: "values",
    constant: true,
    entries: [
      { name: "A", type: null, value: { kind: "name", name: "iota" } },
      { name: "B", type: null, value: { kind: "literal", type: "string", value: "b" } },
      { name: "C", type: null, value: null },
      { name: "D", type: null, value: null },
      { name: "E", type: "string", value: { kind: "literal", type: "string", value: "e" } },
    ],
  });
  const declaration = lower(text);
  expect(declaration.kind === "values" && declaration.entries.map(({ line }) => line)).toEqual([1, 1, 2, 2, 4]);
});

test("one call may give several variables their values: the first has it", () => {
  expect(withoutSpans(lower("var a, b = f()"))).toEqual({
    kind: "values",
    constant: false,
    entries: [
      {
        name: "a",
        type: null,
        value: { kind: "call", callee: { kind: "name", name: "f" }, arguments: [], spread: false },
      },
      { name: "b", type: null, value: null },
    ],
  });
});

test.each([
  "type Port struct {\n\tname string\n}",
  "type (\n\tA = B\n\tC[T any] []T\n)",
  "type T interface{ ~int | ~string }",
  'import (\n\t"fmt"\n)',
])("%s says nothing to the tree", (text) => {
  expect(lower(text)).toEqual({ kind: "other", start: 0, end: text.length, line: 0 });
});

test.each([
  ["", { ok: false, line: 0, message: "expected a declaration, found the end" }],
  ["package p", { ok: false, line: 0, message: 'expected a declaration, found "package"' }],
  ["func f() {}\nfunc g() {}", { ok: false, line: 1, message: 'expected the end, found "func"' }],
  ["func f() {\n\tg(\n}", { ok: false, line: 2, message: 'expected an expression, found "}"' }],
  ["func (a A, b B) f() {}", { ok: false, line: 0, message: "expected one receiver" }],
  ["func () {}", { ok: false, line: 0, message: "expected one receiver" }],
  ["var a", { ok: false, line: 0, message: "expected a type, found the end of the line" }],
  ["const (\n\ta = 1 b\n)", { ok: false, line: 1, message: 'expected ")", found "b"' }],
  ["type T struct {", { ok: false, line: 0, message: 'expected "}", found the end' }],
])("%j is told to be wrong", (text, expected) => {
  expect(goFrontEnd.lower(text)).toEqual(expected);
});
