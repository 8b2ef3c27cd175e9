import fc from "fast-check";
import { expect, test } from "vitest";
import { type Expression, goFrontEnd } from "../../../src/languages/index.js";
import { withoutSpans } from "./without-spans.js";

function parse(text: string): Expression {
  const parsed = goFrontEnd.parseExpression(text);
  if (!("expression" in parsed)) throw new Error(`${text}: ${parsed.message} at ${parsed.offset}`);
  return parsed.expression;
}

const print = (text: string) => goFrontEnd.print(parse(text));

test.each([
  ["a+b*c", "a + b * c"],
  ["(a+b)*c", "(a + b) * c"],
  ["((a))", "a"],
  ["(a*b)+c", "a * b + c"],
  ["a-(b-c)", "a - (b - c)"],
  ["!(a&&b)", "!(a && b)"],
  ["- -a", "-(-a)"],
  ["& ^a", "&(^a)"],
  ["<- <-a", "<-<-a"],
  ["(*a).b", "(*a).b"],
  ["(&T{}).b()", "(&T{}).b()"],
  ["(-a)[b]", "(-a)[b]"],
  ["f(\n\ta, // first\n\tb,\n)", "f(a, b)"],
  ["f( a , b ... )", "f(a, b...)"],
  ["a [ b : c ]", "a[b:c]"],
  ["a[b+1:]", "a[b + 1:]"],
  ["a[:b:c]", "a[:b:c]"],
  ["a . b . c", "a.b.c"],
  ["a.( T )", "a.(T)"],
  ["a.(type)", "a.(type)"],
  ["T{a:b,\n\tc: d,\n}", "T{a: b, c: d}"],
  ["[]T{{a},{b:c}}", "[]T{{a}, {b: c}}"],
  ['`a"b`', '"a\\"b"'],
  ['"\\x41\\n\\u00e9\\xff\\x00"', '"A\\n\u00e9\\xff\\u0000"'],
  ["`\\udc80`", '"\\\\udc80"'],
  ["'\\x41'", "'A'"],
  ["'\\''", "'\\''"],
  ["'\"'", "'\"'"],
  ["'\\\\'", "'\\\\'"],
  ["0X1F", "0X1F"],
  ["func ( a,b int )( c error ){ return }", "func(a int, b int) (c error) {…}"],
  ["func(...T) T {}", "func(...T) T {}"],
  ["func(){}()", "func() {}()"],
  ["map [ string ] [ ] * T (nil)", "map[string][]*T(nil)"],
  ["(func())(a)", "(func())(a)"],
  ["[]func(){nil}", "[]func(){nil}"],
  ["([]func())(nil)", "([]func())(nil)"],
  ["(<-chan T)(a)", "(<-chan T)(a)"],
  ["<-chan T(a)", "<-(chan T)(a)"],
  ["struct{a T;b U}{}", "struct{ a T; b U }{}"],
  ["interface{a()}(b)", "interface{ a() }(b)"],
  ["f[ K,V ](a)", "f[K, V](a)"],
  ["$a.b[ $_ ]", "$a.b[$_]"],
  ["f($...)", "f($...)"],
])("%s is printed as %s", (text, printed) => {
  expect(print(text)).toBe(printed);
});

const names = fc.constantFrom("a", "b", "port", "π", "$_", "$key", "nil", "_");
const types = fc.constantFrom(
  ...["T", "v1.Pod", "*T", "[]T", "[3]int", "map[K]V", "chan T", "<-chan T", "chan<- T", "func()", "func(a int) (b T)"],
  ...[
    "struct{ a int }",
    "interface{ M() error }",
    "T[int]",
    "pkg.T[K, []V]",
    "(T)",
    "(<-chan func())",
    "chan (<-chan T)",
  ],
);
const literals = fc.oneof(
  fc.constantFrom(
    "1",
    "0x1p-2",
    "1_000",
    ".5",
    "1i",
    "'a'",
    "'\\''",
    "'\"'",
    "'\\\\'",
    "'\\377'",
    "'\\u2028'",
    "`raw\\n`",
    '"\\xff\\xc3"',
  ),
  fc.string({ unit: "grapheme" }).map((value) => JSON.stringify(value)),
);

/** Expressions of every form, with parentheses wherever they may be needed. */
const { expression: expressions } = fc.letrec<{ expression: string; list: string }>((tie) => ({
  list: fc.array(tie("expression"), { maxLength: 3 }).map((parts) => parts.join(", ")),
  expression: fc.oneof(
    { maxDepth: 4 },
    names,
    literals,
    types.map((type) => `f(${type})`),
    fc
      .tuple(fc.constantFrom("-", "+", "!", "^", "*", "&", "<-"), tie("expression"))
      .map(([operator, a]) => `${operator} (${a})`),
    fc
      .tuple(
        tie("expression"),
        fc.constantFrom("||", "&&", "==", "<", "+", "-", "^", "*", "&", "&^", "<<"),
        tie("expression"),
      )
      .map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
    fc
      .tuple(names, fc.constantFrom("+", "*", "&&", "=="), names, fc.constantFrom("-", "/", "||"), names)
      .map((parts) => parts.join(" ")),
    fc.tuple(tie("expression"), names).map(([a, name]) => `(${a}).${name}`),
    fc.tuple(tie("expression"), tie("list")).map(([a, list]) => `(${a})(${list})`),
    fc.tuple(tie("expression"), names).map(([a, name]) => `(${a})(${name}...)`),
    fc.tuple(tie("expression"), tie("expression"), types).map(([a, b, type]) => `(${a})[${b}, ${type}]`),
    fc.tuple(tie("expression"), tie("expression"), tie("expression")).map(([a, b, c]) => `(${a})[${b}:${c}]`),
    fc.tuple(tie("expression"), types).map(([a, type]) => `(${a}).(${type})`),
    fc.tuple(types, tie("expression")).map(([type, a]) => `(${type})(${a})`),
    fc
      .tuple(
        fc.constantFrom("T", "pkg.T", "T[K]", "[]T", "map[K]T", "[...]func()", "struct{ a int }"),
        tie("expression"),
        tie("expression"),
      )
      .map(([type, a, b]) => `${type}{${a}: {${b}, {}}, x: ${b}}`),
    fc.tuple(types, tie("expression")).map(([type, a]) => `func(p ${type}, q ...T) (r ${type}) { return ${a} }`),
  ),
}));

test("what is printed parses to the same tree, and prints the same again", () => {
  fc.assert(
    fc.property(expressions, (text) => {
      const expression = parse(text);
      const printed = goFrontEnd.print(expression);
      const again = parse(printed);
      expect(goFrontEnd.print(again)).toBe(printed);
      expect(withoutBodies(again)).toEqual(withoutBodies(expression));
    }),
    { numRuns: 1000 },
  );
});

/** A function's body is printed as `…`. */
function withoutBodies(expression: Expression): unknown {
  return JSON.parse(JSON.stringify(withoutSpans(expression), (key, value) => (key === "body" ? "…" : value)));
}
