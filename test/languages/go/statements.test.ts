import { expect, test } from "vitest";
import { outlineOf } from "./outline.js";

/** Each body with what it means. */
const bodies: readonly (readonly [what: string, body: string, outline: string])[] = [
  [
    "assignments",
    "a := 1\na, b = b, a\na += 2\na &^= 3",
    "declare a := 1\nassign a, b = b, a\nassign a += 2\nassign a &^= 3",
  ],
  ["steps", "m[k]++\n*p--", "assign m[k] += 1\nassign *p -= 1"],
  ["sends", "nodes <- node", "send node to nodes"],
  [
    "variables, one by one and in groups",
    "var a, b int = 1, 2\nvar (\n\tc = 3\n\td []string\n)",
    "variable a, b (int) = 1, 2\nvariable c (null) = 3\nvariable d ([]string) = ",
  ],
  ["constants", "const (\n\ta = iota\n\tb\n)", "constant a (null) = iota\nconstant b (null) = "],
  [
    "a local type, which is nothing",
    "type node struct {\n\tname string\n}\ntype (a = b; c[T any] []T)\nmove()",
    "do move()",
  ],
  ["empty statements", ";;move();", "do move()"],
  ["blocks", "{\n\tmove()\n\t{ }\n}", "block\n  do move()\n  block"],
  ["if", "if ready {\n\tmove()\n}", "if ready\n  do move()"],
  [
    "if with everything",
    "if err := move(); err != nil {\n\tfail()\n} else if done {\n\tfinish()\n} else {\n\twait()\n}",
    "first declare err := move()\nif err != nil\n  do fail()\nelse\n  if done\n    do finish()\n  else\n    block\n      do wait()",
  ],
  ["if with an empty first statement", "if ; ready {\n}", "if ready"],
  ["if over lines", "if ready &&\n\tdone {\n}", "if ready && done"],
  ["a loop without end", "for {\n\tmove()\n}", 'loop "for"\n  do move()'],
  ["a loop with a condition", "for !done {\n}", 'loop "for !done"\n  while !done'],
  [
    "a loop with three clauses",
    "for i := 0; i < n; i++ {\n\tmove(i)\n}",
    'loop "for i := 0; i < n; i++"\n  first declare i := 0\n  while i < n\n  then assign i += 1\n  do move(i)',
  ],
  ["a loop with empty clauses", "for ; ; {\n}", 'loop "for ; ;"'],
  [
    "a loop with two clauses",
    "for i := 0; i < n; {\n}",
    'loop "for i := 0; i < n;"\n  first declare i := 0\n  while i < n',
  ],
  [
    "a range over a map",
    "for name, port := range ports {\n}",
    'loop "for name, port := range ports"\n  over ports declare name, port',
  ],
  [
    "a range into variables",
    "for i, p.name = range names {\n}",
    'loop "for i, p.name = range names"\n  over names assign i, p.name',
  ],
  ["a range over a number", "for i := range 10 {\n}", 'loop "for i := range 10"\n  over 10 declare i'],
  ["a range over nothing but turns", "for range ticks {\n}", 'loop "for range ticks"\n  over ticks assign'],
  [
    "a range over a function",
    "for x := range func(yield func(int) bool) { yield(1) } {\n}",
    'loop "for x := range func(yield func(int) bool) { yield(1) }"\n  over func(yield func(int) bool) {…} declare x',
  ],
  [
    "a header over lines",
    "for _, p := range []string{\n\t`a`,\n\t`b`,\n} {\n}",
    'loop "for _, p := range []string{ `a`, `b`, }"\n  over []string{"a", "b"} declare _, p',
  ],
  [
    "a switch",
    'switch phase {\ncase "a", "b":\n\tmove()\n\tstop()\ndefault:\n}',
    'switch phase\n  case "a", "b"\n    do move()\n    do stop()\n  default',
  ],
  [
    "a switch over conditions",
    "switch {\ncase a && b:\n\tmove()\n\tfallthrough\ncase c:\n}",
    "switch \n  case a && b, then on\n    do move()\n    fallthrough\n  case c",
  ],
  ["a switch with a first statement", "switch p := phase(); p {\n}", "switch p\n  first declare p := phase()"],
  ["a switch with a first statement only", "switch move(); {\ncase a:\n}", "switch \n  first do move()\n  case a"],
  [
    "a type switch",
    "switch o := object.(type) {\ncase nil:\ncase *v1.Pod, []T, map[K]V:\n\tmove(o)\n}",
    "switch object by type as o\n  case nil\n  case *v1.Pod, []T, map[K]V\n    do move(o)",
  ],
  [
    "a type switch without a name",
    "switch f := get(); f().(type) {\ncase func(int) string, chan<- T:\n}",
    "switch f() by type as null\n  first declare f := get()\n  case func(int) string, chan<- T",
  ],
  [
    "select",
    "select {\ncase node := <-nodes:\n\tmove(node)\ncase n, ok = <-nodes:\ncase <-stop:\n\treturn\ncase out <- node:\ndefault:\n\twait()\n}",
    "select\n  case declare node := <-nodes\n    do move(node)\n  case assign n, ok = <-nodes\n  case do <-stop\n    return\n  case send node to out\n  default\n    do wait()",
  ],
  ["select without cases", "select {}", "select"],
  ["calls for later", "defer mu.Unlock()\ngo func() { move() }()", "deferred mu.Unlock()\nconcurrent func() {…}()"],
  [
    "returns",
    "return\nreturn a, b\nreturn func() error {\n\treturn nil\n}()",
    "return\nreturn a, b\nreturn func() error {…}()",
  ],
  [
    "labels and jumps",
    "again:\n\tfor {\n\t\tbreak again\n\t\tcontinue again\n\t\tbreak\n\t\tcontinue\n\t\tgoto end\n\t}\nend:",
    'label again\n  loop "for"\n    break again\n    continue again\n    break\n    continue\n    goto end\nlabel end',
  ],
  [
    "a label before a group",
    "here: var (\n\ta int\n\tb int\n)",
    "label here\n  variable a (int) = \nvariable b (int) = ",
  ],
  [
    "a literal where a header ends",
    "if p == (Port{}) {\n}\nfor _, p := range (Ports{a}) {\n}",
    'if p == Port{}\nloop "for _, p := range (Ports{a})"\n  over Ports{a} declare _, p',
  ],
  [
    "a literal inside of a header's brackets",
    "if is(Port{name: n}) && m[Key{1}] {\n}",
    "if is(Port{name: n}) && m[Key{1}]",
  ],
  [
    "a literal whose type is no name, in a header",
    "if x := map[string]int{`a`: 1}[k]; x > 0 {\n}\nfor range [...]struct{ a int }{{1}} {\n}\nswitch [2]int{1, 2} {\n}",
    'first declare x := map[string]int{"a": 1}[k]\nif x > 0\nloop "for range [...]struct{ a int }{{1}}"\n  over [...]struct{ a int }{{1}} assign\nswitch [2]int{1, 2}',
  ],
  [
    "a function in a header, with literals in it",
    "if func() bool { p := Port{}; return p.up }() {\n}",
    "if func() bool {…}()",
  ],
  ["a block after a name", "if ready {\n\tPort{}.move()\n}", "if ready\n  do Port{}.move()"],
  [
    "a composite's elements over lines",
    "ports := []Port{\n\t{name: `a`},\n\t{\n\t\tname: `b`,\n\t},\n}",
    'declare ports := []Port{{name: "a"}, {name: "b"}}',
  ],
  ["chains over lines", "client.\n\tGet(ctx).\n\tDo()", "do client.Get(ctx).Do()"],
  ["comments everywhere", "/* a */ move( // b\n\tnode, /* c */\n) // d\n/* e\n*/ stop()", "do move(node)\ndo stop()"],
  ["a comment over lines that ends a statement", "a := b /*\n*/ c()", "declare a := b\ndo c()"],
  ["names of all scripts", "größe, 数 := π[ключ], é", "declare größe, 数 := π[ключ], é"],
  ["Windows' lines", "move()\r\nif ready {\r\n}\r", "do move()\nif ready"],
];

test.each(bodies)("%s", (_, body, outline) => {
  expect(outlineOf(body)).toBe(outline);
});

test.each([
  ["if {\n}", 'line 1: expected an expression, found "{"'],
  ["if a := b {\n}", 'line 1: expected a condition, found "{"'],
  ["if a {\n}\nelse {\n}", 'line 3: expected an expression, found "else"'],
  ["for i := 0; i < n {\n}", 'line 1: expected ";", found "{"'],
  ["switch a := b {\n}", "line 1: expected a subject"],
  ["switch {\nmove()\n}", 'line 2: expected "}", found "move"'],
  ["move(a\n)", 'line 1: expected ")", found the end of the line'],
  ["move(a b)", 'line 1: expected ")", found "b"'],
  ["a, b", 'line 1: expected ":=" or "=", found the end of the line'],
  ["a b", 'line 1: expected ";", found "b"'],
  ["a = ", 'line 2: expected an expression, found "}"'],
  ["return }", 'line 2: expected the end, found "}"'],
  ["x := a[]", 'line 1: expected an index, found "]"'],
  ["x := a[1:2:3:4]", 'line 1: expected "]", found ":"'],
  ["x := Port{a b}", 'line 1: expected "}", found "b"'],
  ["x := []", "line 1: expected a type, found the end of the line"],
  ["x := 08x", "line 1: 08x is not a number"],
  ['x := "\\q"', 'line 1: "\\q" is not a valid string'],
  ["x := 'ab'", "line 1: 'ab' is not a valid character"],
  ['x := "a', "line 1: string is not terminated"],
  ["x := `a", "line 1: raw string is not terminated"],
  ["x := 'a", "line 1: character is not terminated"],
  ["x := 1 /* a", "line 1: comment is not terminated"],
  ["x := $name", "line 1: unexpected character U+0024"],
  ["x := a\u0000", "line 1: unexpected character U+0000"],
  ["x := “a”", "line 1: unexpected character U+201C"],
  ["type a struct {\n(]\n}", 'line 2: expected ")", found "]"'],
])("%s does not parse", (body, message) => {
  expect(outlineOf(body)).toBe(message);
});
