import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cut, goFrontEnd } from "../../../src/languages/index.js";

const { cut } = goFrontEnd;

/** Bits of Go that, thrown together, nest, quote and comment in every wrong way. */
const bits = fc.constantFrom(
  ..."(){}[]\"'`\\;,.:=+- \t\n\r\u0000".split(""),
  ...["//", "/*", "*/", "1.", "ß", "x", "\n}\n", "\n\n"],
  ...[
    "package p\n",
    "func",
    "func f() {\n",
    "\nfunc (r R) m() {\n",
    "\nvar v = ",
    "const (\n",
    "\ntype T ",
    'import "i"\n',
  ],
);
const brokenGo = fc.array(bits, { maxLength: 60 }).map((parts) => Buffer.from(parts.join("")));
const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));

function expectSound({ pieces, problems }: Cut, source: Buffer): void {
  let previousEnd = 0;
  for (const { start, end, line } of pieces) {
    expect(start).toBeGreaterThanOrEqual(previousEnd);
    expect(end).toBeGreaterThan(start);
    expect(line).toBe(lineAt(source, start));
    previousEnd = end;
  }
  expect(previousEnd).toBeLessThanOrEqual(source.length);
  for (const { line } of problems) expect(line).toBeLessThanOrEqual(lineAt(source, source.length));
}

function lineAt(source: Buffer, position: number): number {
  return source.subarray(0, position).filter((byte) => byte === 0x0a).length + 1;
}

test("whatever the bytes are, pieces are in order, apart, and on the line they say", () => {
  fc.assert(
    fc.property(fc.oneof(anyBytes, brokenGo), (source) => expectSound(cut(source), source)),
    { numRuns: 2000 },
  );
});

test("declarations one after the other are cut apart again", () => {
  const declaration = fc.constantFrom(
    "func f() {\n\tif a { b(`{`) }\n}",
    "func (r *R[T]) m(a, b int) (c error) { return '}' }",
    "func assembly()",
    "var a, b = 1., c[0]",
    'var s = "\\"" + `\n}\nfunc g() {\n`',
    "const (\n\ta = iota // )\n\tb\n)",
    'type T struct {\n\ta int `json:"a"`\n}',
    "type A = B[C]",
  );
  const separator = fc.constantFrom("\n", ";", "\n\n// comment {\n", " /* } */\n", "\r\n", " // comment\r\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(declaration, separator)), (parts) => {
      const source = Buffer.from(`package p\n${parts.flat().join("")}`);
      const { pieces, problems } = cut(source);
      expect(pieces.map(({ start, end }) => source.toString("utf8", start, end))).toEqual(parts.map(([text]) => text));
      expect(problems).toEqual([]);
    }),
  );
});

test("one wrong character costs the declaration it is in, and no other", () => {
  const sound = ["var ready = true", "func before() {\n\tgo()\n}"];
  const after = ["func (a *After) after() {\n\treturn\n}", "func end() {}", "type T struct {\n\ta int\n}"];
  const broken =
    "func move(n []string) (m map[string]int, e error) {\n\tif n[0] == `a` { return nil, f(\"b\", '}') }\n}";
  const wrong = fc.constantFrom("", ..."(){}[]\"'`;x\n\\", "/*");
  fc.assert(
    fc.property(fc.nat(broken.length - 1), wrong, (at, replacement) => {
      const changed = broken.slice(0, at) + replacement + broken.slice(at + 1);
      const source = Buffer.from(`package p\n${[...sound, changed, ...after].join("\n\n")}\n`);
      const texts = cut(source).pieces.map(({ start, end }) => source.toString("utf8", start, end));
      expect(texts.slice(0, sound.length)).toEqual(sound);
      expect(texts.slice(-after.length)).toEqual(after);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["functions that never end", "func f() {\n"],
  ["methods that never end", "func (r R) m() {\n"],
  ["variables inside of brackets", "{\nvar v int\n"],
  ["types that never end", "type T struct {\n"],
  ["comments that never end", "var v int /*\n"],
  ["raw strings that do not match", "func f() { `\nfunc f() {\n"],
  ["closing brackets", "}\n"],
  ["opening brackets", "("],
  ["quotes", '"\n'],
])("a megabyte of %s takes no time", (_, line) => {
  const source = Buffer.from(`package p\n${line.repeat(1_000_000 / line.length)}`);
  const before = performance.now();
  cut(source);
  // A hundred times what it takes: only reading it over and over takes longer.
  expect(performance.now() - before).toBeLessThan(5000);
});
