import { expect, test } from "vitest";
import { goFrontEnd } from "../../../src/languages/index.js";
import { cutTexts } from "./cut-texts.js";

const { cut } = goFrontEnd;

test("a file is cut into its declarations, with names, owners and places", () => {
  const source = `// Package port moves ports between nodes.
package port

import (
	"context"
	v1 "k8s.io/api/core/v1"
	. "example.com/dsl"
	_ \`embed\`
)
import "fmt"

// Keys of a port's options.
const (
	keyNode = "requested-node"
	keyMode = "mode"
)

var nodes, modes []string // both start empty

type Port[S State] struct{ Options map[string]string }

func New() *Port[Idle] { return nil }

// Move moves the port.
func (p *Port[S]) Move(ctx context.Context, node string) error {
	return nil
}
`;
  expect(cut(Buffer.from(source))).toEqual({
    module: "port",
    imports: [
      { alias: null, path: "context" },
      { alias: "v1", path: "k8s.io/api/core/v1" },
      { alias: ".", path: "example.com/dsl" },
      { alias: "_", path: "embed" },
      { alias: null, path: "fmt" },
    ],
    pieces: [
      { kind: "constants", name: null, owner: null, start: 179, end: 234, line: 13 },
      { kind: "variables", name: null, owner: null, start: 236, end: 261, line: 18 },
      { kind: "types", name: null, owner: null, start: 283, end: 337, line: 20 },
      { kind: "function", name: "New", owner: null, start: 339, end: 376, line: 22 },
      { kind: "function", name: "Move", owner: "Port", start: 402, end: 480, line: 25 },
    ],
    problems: [],
  });
});

test.each([
  ["func Move() {}", { name: "Move", owner: null }],
  ["func Move[S State, N interface{ ~int }]() {}", { name: "Move", owner: null }],
  ["func (Port) Move() {}", { name: "Move", owner: "Port" }],
  ["func (*Port) Move() {}", { name: "Move", owner: "Port" }],
  ["func (p Port) Move() {}", { name: "Move", owner: "Port" }],
  ["func (p *Port) Move() {}", { name: "Move", owner: "Port" }],
  ["func (p (*Port)) Move() {}", { name: "Move", owner: "Port" }],
  ["func (p *Port[S, map[K]V]) Move() {}", { name: "Move", owner: "Port" }],
  ["func /* the */ (p /* moved */ *Port /* ! */) /* here */ Move() {}", { name: "Move", owner: "Port" }],
  ["func(p *Port)Move(){}", { name: "Move", owner: "Port" }],
  ["func (π *Порт) Двигать() {}", { name: "Двигать", owner: "Порт" }],
  ["func init() {}", { name: "init", owner: null }],
  ["func _() {}", { name: "_", owner: null }],
  ["func assembly(a int) (b int)", { name: "assembly", owner: null }],
])("%s has its name and owner", (text, names) => {
  const source = Buffer.from(`package p\n${text}\n`);
  expect(cut(source).pieces).toEqual([
    { kind: "function", ...names, start: 10, end: 10 + Buffer.byteLength(text), line: 2 },
  ]);
});

test.each([
  ["a newline ends a declaration", "var a = 1\nvar b = 2\n", ["var a = 1", "var b = 2"]],
  ["so does a semicolon", "var a = 1; var b = 2", ["var a = 1", "var b = 2"]],
  ["so does the end of the file", "var a = 1", ["var a = 1"]],
  ["a newline after an operator does not", "var a =\n1 +\n2\nvar b int", ["var a =\n1 +\n2", "var b int"]],
  ["nor after a keyword", "type A interface\n{}\ntype B struct\n{}", ["type A interface\n{}", "type B struct\n{}"]],
  ["nor after a comma or a selector's dot", "var a, \n b = c.\nd\n", ["var a, \n b = c.\nd"]],
  ["a number may end with a dot", "var a = 1.\nvar b = 0x1p-2\n", ["var a = 1.", "var b = 0x1p-2"]],
  [
    "comments belong to no declaration",
    "var a int // one\n/* two */ var b int /* three */",
    ["var a int", "var b int"],
  ],
  ["a comment over lines is a newline", "var a int /*\n*/ var b int", ["var a int", "var b int"]],
  ["a comment within a line is none", "var a /* one */ int", ["var a /* one */ int"]],
  ["a division is no comment", "var a = b / c\nvar d = 1", ["var a = b / c", "var d = 1"]],
  [
    "brackets in strings, characters and comments do not count",
    "func a() { b := \"}\\\"}\" + `}\\` + string('}') + '\\'' /* } */ // }\n}\nvar c int",
    ["func a() { b := \"}\\\"}\" + `}\\` + string('}') + '\\'' /* } */ // }\n}", "var c int"],
  ],
  [
    "a raw string may hold whole programs",
    "var template = `\nfunc Generated() {\nvar x int\n`\nfunc real() {}",
    ["var template = `\nfunc Generated() {\nvar x int\n`", "func real() {}"],
  ],
  [
    "code need not be laid out by gofmt",
    "func a() {\nvar b int\nconst c = 1\ntype d int\nfunc (x int) {}(1)\n}\nvar e int",
    ["func a() {\nvar b int\nconst c = 1\ntype d int\nfunc (x int) {}(1)\n}", "var e int"],
  ],
  ["Windows ends its lines in its own way", "var a int\r\nvar b = `\r\n`\r\n", ["var a int", "var b = `\r\n`"]],
])("%s", (_, source, texts) => {
  expect(cutTexts(`package p\n${source}`)).toEqual({ texts, problems: [] });
});

test("lines are counted through comments and raw strings", () => {
  const source = "package p\r\n/*\r\n*/\r\nvar a = `\r\n\r\n`\r\n// b\r\nfunc b() {\r\n}\r\nvar c int";
  expect(cut(Buffer.from(source)).pieces.map(({ line }) => line)).toEqual([4, 8, 10]);
});

test("a byte order mark counts as bytes, not as code", () => {
  expect(cut(Buffer.from("\ufeffpackage p\nvar a int"))).toEqual({
    module: "p",
    imports: [],
    pieces: [{ kind: "variables", name: null, owner: null, start: 13, end: 22, line: 2 }],
    problems: [],
  });
});

test("a file may hold a package clause only", () => {
  expect(cut(Buffer.from("package p"))).toEqual({ module: "p", imports: [], pieces: [], problems: [] });
});
