import { expect, test } from "vitest";
import { cutTexts } from "./cut-texts.js";

const before = "func before() {\n\tgo()\n}";
const after = "func (a *After) after() {\n\treturn\n}";

/** What becomes of `broken` between two sound functions, of which nothing must be lost. */
function cutBetween(broken: string): { broken: readonly string[]; problems: readonly string[] } {
  const { texts, problems } = cutTexts(`package p\n\n${before}\n\n${broken}\n\n${after}\n`);
  expect(texts[0]).toBe(before);
  expect(texts.at(-1)).toBe(after);
  return { broken: texts.slice(1, -1), problems };
}

test.each([
  [
    "a missing brace",
    "func move() {\n\tif ready {\n\tmoved()\n}",
    ["12: the declaration before this line is not complete"],
  ],
  ["a missing parenthesis", "func move() {\n\tmoved(node\n}", ['9: unexpected "}"']],
  ["a wrong bracket", "func move() {\n\tmoved(nodes[0)]\n}", ['8: unexpected ")"']],
  ["a string without end", 'func move() {\n\tmoved("node)\n}', ["8: string is not terminated", '9: unexpected "}"']],
  ["a raw string without end", "func move() {\n\tmoved(`node)\n}", ["8: raw string is not terminated"]],
  ["a comment without end", "func move() {\n\tmoved() /* node\n}", ["8: comment is not terminated"]],
  ["an expression without end", "var moved =", ["9: the declaration before this line is not complete"]],
  ["a declaration without end", "const (\n\tmoved = 1", ["10: the declaration before this line is not complete"]],
])("%s costs one declaration", (_, broken, problems) => {
  expect(cutBetween(broken)).toEqual({ broken: [broken], problems });
});

test("code behind a brace too many is unknown, together with the function it was in", () => {
  const broken = "func move() {\n\tif ready {\n\t}\n\t}\n\tmoved()\n}";
  expect(cutBetween(broken)).toEqual({ broken: [broken], problems: ["11: expected a declaration"] });
});

test("conflict markers cost none of the declarations around them", () => {
  const one = "var one = 1";
  const two = "var two = 2";
  expect(cutBetween(`<<<<<<< HEAD\n${one}\n=======\n${two}\n>>>>>>> topic`)).toEqual({
    broken: [one, two],
    problems: ["7: expected a declaration", "9: expected a declaration", "11: expected a declaration"],
  });
});

test("a conflict inside of a function costs that function", () => {
  const broken = "func move() {\n<<<<<<< HEAD\n\tif a {\n=======\n\tif b {\n>>>>>>> topic\n\t}\n}";
  expect(cutBetween(broken)).toEqual({
    broken: [broken],
    problems: ["16: the declaration before this line is not complete"],
  });
});

test("unindented variables after a missing brace are taken for what they may be", () => {
  const broken = "func move() {\n\tif ready {\n}\n\nvar moved int\n\ntype Node struct{}";
  expect(cutBetween(broken)).toEqual({
    broken: ["func move() {\n\tif ready {\n}", "var moved int", "type Node struct{}"],
    problems: ["15: the declaration before this line is not complete"],
  });
});

test("a program in a raw string stays there when the function around it is broken", () => {
  const broken = "func move() {\n\trun(`\nfunc inner() {\n}\n`, {\n}";
  expect(cutBetween(broken)).toEqual({
    broken: [broken],
    problems: ["14: the declaration before this line is not complete"],
  });
});

test("what is open at the end of the file is told", () => {
  expect(cutTexts("package p\nfunc move() {\n\tmoved()\n")).toEqual({
    texts: ["func move() {\n\tmoved()"],
    problems: ["4: brackets are still open at the end of the file"],
  });
});

test.each([
  ["nothing", ""],
  ["white space", "\n\t\r\n"],
  ["comments", "// package p\n/* package p */"],
])("%s is no Go file", (_, source) => {
  expect(cutTexts(source)).toEqual({ texts: [], problems: ["1: package clause is missing"] });
});

test("declarations count even without a package clause", () => {
  expect(cutTexts("var a int")).toEqual({ texts: ["var a int"], problems: ["1: package clause is missing"] });
});

test("what is no Go at all is one problem", () => {
  expect(cutTexts("package p\n\u0000\u0001}{)(\u0000'\"\u0000\n\u0000`\n")).toEqual({
    texts: [],
    problems: ["2: expected a declaration"],
  });
});
