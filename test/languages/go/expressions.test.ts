import { expect, test } from "vitest";
import { type Expression, goFrontEnd } from "../../../src/languages/index.js";
import { withoutSpans } from "./without-spans.js";

function parse(text: string): Expression {
  const parsed = goFrontEnd.parseExpression(text);
  if (!("expression" in parsed)) throw new Error(`${parsed.offset}: ${parsed.message}`);
  return parsed.expression;
}

function treeOf(text: string): unknown {
  return withoutSpans(parse(text));
}

const name = (of: string) => ({ kind: "name", name: of });
const type = (text: string) => ({ kind: "type", text });
const number = (value: string) => ({ kind: "literal", type: "number", value });
const call = (callee: unknown, ...values: unknown[]) => ({ kind: "call", callee, arguments: values, spread: false });
const unary = (operator: string, operand: unknown) => ({ kind: "unary", operator, operand });
const binary = (left: unknown, operator: string, right: unknown) => ({ kind: "binary", operator, left, right });
const member = (object: unknown, of: string) => ({ kind: "member", object, name: of });
const index = (object: unknown, ...indices: unknown[]) => ({ kind: "index", object, indices });
const composite = (of: unknown, ...entries: [unknown, unknown][]) => ({
  kind: "composite",
  type: of,
  entries: entries.map(([key, value]) => ({ key, value })),
});
const [a, b, c, d, x, T] = ["a", "b", "c", "d", "x", "T"].map(name);

const trees: readonly (readonly [text: string, tree: unknown])[] = [
  ["a || b && c == d + x * a", binary(a, "||", binary(b, "&&", binary(c, "==", binary(d, "+", binary(x, "*", a)))))],
  ["a - b - c", binary(binary(a, "-", b), "-", c)],
  ["a - (b - c)", binary(a, "-", binary(b, "-", c))],
  ["a &^ b << c | d", binary(binary(binary(a, "&^", b), "<<", c), "|", d)],
  ["!a && -b == ^c", binary(unary("!", a), "&&", binary(unary("-", b), "==", unary("^", c)))],
  ["*a.b", unary("*", member(a, "b"))],
  ["(*a).b", member(unary("*", a), "b")],
  ["&T{a}", unary("&", composite(T, [null, a]))],
  ["<-a == b", binary(unary("<-", a), "==", b)],
  ["a.b[c](d).x", member(call(index(member(a, "b"), c), d), "x")],
  ["a(b, c...)", { kind: "call", callee: a, arguments: [b, c], spread: true }],
  ["a(b...,)", { kind: "call", callee: a, arguments: [b], spread: true }],
  ["a[b, T]", index(a, b, T)],
  ["a[[]T, map[T]b](c)", call(index(a, type("[]T"), type("map[T]b")), c)],
  ["a[:]", { kind: "slice", object: a, bounds: [null, null] }],
  ["a[b:]", { kind: "slice", object: a, bounds: [b, null] }],
  ["a[:b:c]", { kind: "slice", object: a, bounds: [null, b, c] }],
  ["a.(T)", { kind: "assertion", object: a, type: T }],
  ["a.(*b.T)", { kind: "assertion", object: a, type: unary("*", member(b, "T")) }],
  ["a.([]T)", { kind: "assertion", object: a, type: type("[]T") }],
  ["a.(type)", { kind: "assertion", object: a, type: null }],
  ["string(a)", call(name("string"), a)],
  ["[]byte(a)", call(type("[]byte"), a)],
  ["(*T)(a)", call(unary("*", T), a)],
  ["(func())(a)", call(type("func()"), a)],
  ["func(a)(b)", type("func(a) b")],
  ["(<-chan T)(a)", call(type("<-chan T"), a)],
  ["<-chan T(a)", unary("<-", call(type("chan T"), a))],
  ["<-chan <-chan T", type("<-chan (<-chan T)")],
  ["make(chan<- T, a)", call(name("make"), type("chan<- T"), a)],
  ["new(a + b)", call(name("new"), binary(a, "+", b))],
  ["new([]T)", call(name("new"), type("[]T"))],
  ["min(a, b)", call(name("min"), a, b)],
  ["clear(a)", call(name("clear"), a)],
  ["(*T).b(a)", call(member(unary("*", T), "b"), a)],
  ["T[a].b", member(index(T, a), "b")],
  ["T{}", composite(T)],
  ["T{a: b, c: d,}", composite(T, [a, b], [c, d])],
  ["a.T{b}", composite(member(a, "T"), [null, b])],
  ["T[a]{b}", composite(index(T, a), [null, b])],
  ["[]T{{a}, {b: c}}", composite(type("[]T"), [null, composite(null, [null, a])], [null, composite(null, [b, c])])],
  ["map[T]T{{a}: {b}}", composite(type("map[T]T"), [composite(null, [null, a]), composite(null, [null, b])])],
  ["[...]T{1: a}", composite(type("[...]T"), [number("1"), a])],
  ["struct{ a T }{b}", composite(type("struct{ a T }"), [null, b])],
  ["[]*T{&T{}, {}}", composite(type("[]*T"), [null, unary("&", composite(T))], [null, composite(null)])],
  ["interface{}(a)", call(type("interface{}"), a)],
  ["[2]func() T{}", composite(type("[2]func() T"))],
];

test.each(trees)("%s", (text, tree) => {
  expect(treeOf(text)).toEqual(tree);
});

test("a function literal has its parameters, results and body", () => {
  expect(treeOf("func(a, b int, c ...string) (d error) { return a }")).toEqual({
    kind: "function",
    parameters: [
      { name: "a", type: "int", variadic: false },
      { name: "b", type: "int", variadic: false },
      { name: "c", type: "string", variadic: true },
    ],
    results: [{ name: "d", type: "error", variadic: false }],
    body: { kind: "block", statements: [{ kind: "return", values: [a] }] },
  });
});

test.each([
  "0",
  "42",
  "0600",
  "1_000",
  "0b10",
  "0o17",
  "0xBad_Face",
  "1.",
  ".5",
  "1.5e-3",
  "1E+9",
  "0x1p-2",
  "0x1.8p1",
  "1i",
  "0b1i",
  "1.e3i",
])("%s is a number, kept as written", (text) => {
  expect(parse(text)).toEqual({ kind: "literal", start: 0, end: text.length, line: 0, type: "number", value: text });
});

test.each(["0x", "1__0", "1_", "0b2", "0o8", "1e", "0x1.8", "1x", "1.2.3", "0x1e+"])("%s is no number", (text) => {
  expect(goFrontEnd.parseExpression(text)).toMatchObject({ message: expect.any(String) });
});

test.each([
  ['""', ""],
  ['"a b"', "a b"],
  ['"\\a\\b\\f\\n\\r\\t\\v\\\\\\""', '\x07\b\f\n\r\t\v\\"'],
  ['"\\u00e9\\U0001F600"', "é😀"],
  ['"\\xe4\\xb8\\x96 \\344\\270\\226"', "世 世"],
  ['"\\ufffd\\xef\\xbf\\xbd"', "\ufffd\ufffd"],
  ['"\\xff\\x41\\xe4\\xb8"', "\udcff\x41\udce4\udcb8"],
  ['`a\\n"b"\r\n`', 'a\\n"b"\n'],
  ['"日本語"', "日本語"],
])("the string %s", (text, value) => {
  expect(treeOf(text)).toEqual({ kind: "literal", type: "string", value });
});

test.each([
  ["'a'", "a"],
  ["'\\''", "'"],
  ["'\"'", '"'],
  ["'\\n'", "\n"],
  ["'\\x41'", "A"],
  ["'\\377'", "ÿ"],
  ["'\\u00e9'", "é"],
  ["'😀'", "😀"],
])("the character %s", (text, value) => {
  expect(treeOf(text)).toEqual({ kind: "literal", type: "character", value });
});

test.each(['"\\8"', '"\\400"', '"\\U00110000"', "''", "'ab'", "'\\nn'", '"\\xf"'])(
  "%s is neither string nor character",
  (text) => {
    expect(goFrontEnd.parseExpression(text)).toEqual({ message: expect.stringContaining("is not a valid"), offset: 0 });
  },
);

test.each([
  ["$_", name("$_")],
  ["$port.Options[$key]", index(member(name("$port"), "Options"), name("$key"))],
  ["$object.$field", member(name("$object"), "$field")],
  ["move($node, $...)", call(name("move"), name("$node"), name("$..."))],
  ["$T{$...}", composite(name("$T"), [null, name("$...")])],
  [
    "func() {…}",
    {
      kind: "function",
      parameters: [],
      results: [],
      body: { kind: "block", statements: [{ kind: "expression", expression: name("…") }] },
    },
  ],
  ["{a, b: c}", composite(null, [null, a], [b, c])],
])("the pattern %s", (text, tree) => {
  expect(treeOf(text)).toEqual(tree);
});

test.each([
  ["", { message: "expected an expression, found the end", offset: 0 }],
  ["a +", { message: "expected an expression, found the end", offset: 3 }],
  ["a b", { message: 'expected the end, found "b"', offset: 2 }],
  ["a := b", { message: 'expected the end, found ":="', offset: 2 }],
  ["f(a,, b)", { message: 'expected an expression, found ","', offset: 4 }],
  ["$", { message: "a name or ... must follow $", offset: 0 }],
])("%j is no expression", (text, expected) => {
  expect(goFrontEnd.parseExpression(text)).toEqual(expected);
});
