import { describe, expect, it } from "vitest";
import { loadPack } from "../../src/rules/load-pack.js";
import { HARBOUR, said, spoilt } from "./harbour.js";

describe("a pack that is right", () => {
  it("is understood, with defaults filled in", () => {
    const loaded = loadPack("pack.yml", HARBOUR);
    if (!loaded.ok) throw new Error(said(HARBOUR));
    const { keys, values, triggers, examples, ...rest } = loaded.pack;
    expect(rest).toEqual({
      id: "harbour/berths",
      title: "Berths",
      description: "A ferry holds a berth while it is in port.",
      language: "go",
      general: false,
      operations: [
        { name: "Assign", role: "set", functions: [{ name: "AssignBerth", receiver: null, package: null }] },
        {
          name: "Return",
          role: "clean",
          functions: [
            { name: "ReturnBerth", receiver: null, package: null },
            { name: "CastOff", receiver: null, package: null },
          ],
        },
      ],
      stages: ["arrived", "departed"],
      terminal: null,
      shared: null,
      hazards: [],
      sources: { tests: false, mocks: false, vendored: false, generated: false, include: [], exclude: [] },
      scenarios: [],
    });
    expect(keys.map(({ name, each, locations }) => [name, each, locations.map(({ kind }) => kind)])).toEqual([
      ["berth", false, ["entry"]],
    ]);
    expect(values.map(({ symbol, patterns }) => [symbol, patterns.map(({ text }) => text)])).toEqual([
      ["wish", ["wish", "*.Wish"]],
    ]);
    expect(triggers).toEqual([
      {
        kind: "signal",
        stage: "arrived",
        when: { kind: "constant", name: "FerryArrived", value: null, subject: null },
      },
      {
        kind: "signal",
        stage: "departed",
        when: { kind: "constant", name: "FerryDeparted", value: null, subject: null },
      },
    ]);
    expect(examples).toEqual([
      {
        title: "A ferry leaves",
        files: { "harbour/watch.go": "package harbour" },
        cells: { departed: "Return" },
        writers: null,
      },
    ]);
  });

  it("may be bytes, with or without a byte order mark, and end its lines as Windows does", () => {
    expect(said(Buffer.from(HARBOUR))).toBe("fine");
    expect(said(Buffer.from(`\uFEFF${HARBOUR}`))).toBe("fine");
    expect(said(HARBOUR.replaceAll("\n", "\r\n"))).toBe("fine");
  });

  it("may repeat a value with an anchor and an alias", () => {
    const anchored = spoilt("wish: [wish, '*.Wish']", "wish: &names [wish, '*.Wish']\n  desire: *names");
    expect(said(anchored)).toBe("fine");
  });

  it("reads every way to write a function", () => {
    const functions = [
      "AssignBerth",
      "Harbour.AssignBerth",
      "example.org/harbour.AssignBerth",
      "example.org/harbour/v2.Harbour.AssignBerth",
      "{ name: quay.AssignBerth, package: example.org/quay }",
      "{ name: AssignBerth, receiver: Harbour, package: gopkg.in/harbour.v3 }",
    ];
    const loaded = loadPack("pack.yml", spoilt("functions: AssignBerth", `functions: [${functions.join(", ")}]`));
    expect(loaded.ok && loaded.pack.operations[0]?.functions).toEqual([
      { name: "AssignBerth", receiver: null, package: null },
      { name: "AssignBerth", receiver: "Harbour", package: null },
      { name: "AssignBerth", receiver: null, package: "example.org/harbour" },
      { name: "AssignBerth", receiver: "Harbour", package: "example.org/harbour/v2" },
      { name: "AssignBerth", receiver: null, package: "example.org/quay" },
      { name: "AssignBerth", receiver: "Harbour", package: "gopkg.in/harbour.v3" },
    ]);
  });

  it("reads every kind of trigger", () => {
    const loaded = loadPack(
      "pack.yml",
      spoilt(
        "examples:",
        `  - { stage: arrived, kind: signal, constant: Docked, value: docked, subject: '*.Signal' }
  - { stage: arrived, kind: flag, present: '*.Flags["blue"]' }
  - { stage: departed, kind: question, holds: '*.Left()', value: left }
  - { stage: departed, kind: question, fails: '*.Berth != nil' }
  - { stage: departed, kind: event, function: Harbour.castOff }
examples:`,
      ),
    );
    expect(
      loaded.ok &&
        loaded.pack.triggers.slice(2).map(({ when }) => ({
          kind: when.kind,
          value: when.value,
          on: "pattern" in when ? when.pattern.text : when.kind === "function" ? when.function : when.subject?.text,
        })),
    ).toEqual([
      { kind: "constant", value: "docked", on: "*.Signal" },
      { kind: "present", value: 'Flags["blue"]', on: '*.Flags["blue"]' },
      { kind: "holds", value: "left", on: "*.Left()" },
      { kind: "fails", value: "Berth != nil", on: "*.Berth != nil" },
      { kind: "function", value: "castOff", on: { name: "castOff", receiver: "Harbour", package: null } },
    ]);
  });
});

describe("a file that is no pack at all", () => {
  it.each<[string, string | Uint8Array, string]>([
    [
      "is empty",
      "",
      "pack.yml:1:1: a pack is a mapping of fields, and this file is not. Begin it with format: volteface/pack@1.",
    ],
    [
      "is a list",
      "- a\n- b\n",
      "pack.yml:1:1: a pack is a mapping of fields, and this file is not. Begin it with format: volteface/pack@1.",
    ],
    [
      "has ten million bytes",
      Buffer.alloc(10_000_000, "a"),
      "pack.yml:1:1: the file is larger than 1 MB, the most that is read. Check that this is the right file; a person would not write one this large.",
    ],
    [
      "is not UTF-8",
      Buffer.concat([Buffer.from("format: volteface/pack@1\nid: caf"), Buffer.from([0xe9, 0x0a])]),
      'pack.yml:2:8: the file is not UTF-8 text. Save it with the encoding "UTF-8".',
    ],
    [
      "is of a later version",
      "format: volteface/pack@2\nwhatever: 1\n",
      "pack.yml:1:9: version 2 of the pack format is not known here. This Volteface reads volteface/pack@1; update it, or write the pack in that version.",
    ],
    [
      "is of another kind",
      "format: compose/v3\n",
      'pack.yml:1:9: the format "compose/v3" is not a pack\'s. Write format: volteface/pack@1.',
    ],
    [
      "has two documents",
      `${HARBOUR}---\nid: b\n`,
      "pack.yml:20:1: a second document begins here. Keep one document in one file; remove the line ---.",
    ],
  ])("that %s", (_what, source, expected) => {
    expect(said(source)).toBe(expected);
  });

  it("that has only a format lacks everything else", () => {
    expect(said("format: volteface/pack@1\n")).toBe(
      [
        'pack.yml:1:1: "description" is missing. Add "description": what the behavior is and why it matters, for someone who meets it for the first time.',
        'pack.yml:1:1: "id" is missing. Add "id": the pack\'s name: kube-ovn/live-migration.',
        'pack.yml:1:1: "keys" is missing. Add "keys": the pieces of state that are tracked.',
        'pack.yml:1:1: "stages" is missing. Add "stages": the moments of the lifecycle, in their order.',
        'pack.yml:1:1: "title" is missing. Add "title": one line that names the behavior.',
        'pack.yml:1:1: "triggers" is missing. Add "triggers": what tells that a call happens at a stage.',
      ].join("\n"),
    );
  });
});

describe("YAML that is wrong", () => {
  it.each<[string, string, string]>([
    [
      "a pattern without quotes",
      spoilt(`{ entry: '*.Plan["berth"]' }`, `\n    entry: *.Plan["berth"]`),
      "pack.yml:7:12: a text that begins with * is an alias in YAML. Put the pattern in single quotes: '*.Plan[\"berth\"]'.",
    ],
    [
      "a pattern without quotes in a list",
      spoilt("[wish, '*.Wish']", "[wish, *.Wish]"),
      "pack.yml:8:16: a text that begins with * is an alias in YAML. Put the pattern in single quotes: '*.Wish'.",
    ],
    [
      "an alias without its anchor",
      spoilt("[wish, '*.Wish']", "*wishes"),
      "pack.yml:8:9: the alias *wishes has no anchor. Write &wishes before the value it should repeat.",
    ],
    [
      "an alias inside its own anchor",
      spoilt("[wish, '*.Wish']", "&wishes [wish, *wishes]"),
      "pack.yml:8:24: the alias *wishes stands inside the value it repeats. Write the value out.",
    ],
    [
      "a tab",
      spoilt("  wish: [wish", "\twish: [wish"),
      "pack.yml:8:1: the line is indented with a tab. YAML is indented with spaces; use two for each level.",
    ],
    [
      "a bracket that stays open",
      spoilt("[arrived, departed]", "[arrived, departed"),
      "pack.yml:13:1: a bracket that was opened above is still open here. Close it with ] or } before this line, or indent the lines inside it.",
    ],
    [
      "a quote that stays open",
      spoilt("title: Berths", "title: 'Berths"),
      "pack.yml:3:15: a quote, a bracket or a colon is missing. Close what was opened, and write `name: value` with a space after the colon.",
    ],
    [
      "an indentation between two levels",
      spoilt("  Return: {", " Return: {"),
      "pack.yml:11:1: the indentation fits no level above. Begin the line in the same column as its neighbours.",
    ],
    [
      "a colon inside a text",
      spoilt("title: Berths", "title: Berths: who holds them"),
      "pack.yml:3:8: this line is neither a field nor part of the text before it. Write `name: value`, and quote texts that contain `: `.",
    ],
    [
      "a text that begins with a backtick",
      spoilt("title: Berths", "title: `Berths`"),
      "pack.yml:3:8: a text cannot begin with this character. Put the text in single quotes.",
    ],
    [
      "a backslash in double quotes",
      spoilt("title: Berths", 'title: "Berths \\d"'),
      "pack.yml:3:16: the backslash begins nothing that double quotes know. Use single quotes: nothing needs escaping in them but the quote itself, written twice.",
    ],
    [
      "a field that is written twice",
      spoilt("stages:", "title: Ferries\nstages:"),
      'pack.yml:12:1: "title" is written twice. It is already on line 3; keep one of them.',
    ],
    [
      "a name that would be no name in memory",
      spoilt("  wish:", "  __proto__:"),
      'pack.yml:8:3: "__proto__" cannot be a name. Choose another name.',
    ],
  ])("%s", (_what, source, expected) => {
    expect(said(source)).toBe(expected);
  });

  it("a bomb of aliases is defused", () => {
    const levels = "abcdefgh".split("");
    const bomb = levels.map((name, index) => {
      const content = index === 0 ? Array(9).fill("x") : Array(9).fill(`*${levels[index - 1]}`);
      return `${name}: &${name} [${content.join(", ")}]`;
    });
    expect(said(bomb.join("\n"))).toBe(
      "pack.yml:2:8: aliases multiply into more text than is read. Write the repeated parts out.",
    );
    const many = `a: &a x\nb: [${Array(101).fill("*a").join(", ")}]\n`;
    expect(said(many)).toBe(
      "pack.yml:2:5: aliases multiply into more text than is read. Write the repeated parts out.",
    );
  });

  it.each<[string, string, string]>([
    ["brackets", `a: ${"[".repeat(900_000)}`, "1:66"],
    ["braces", `a:\n  ${"{".repeat(900_000)}`, "2:65"],
    ["dashes", "- ".repeat(400_000), "1:127"],
    ["question marks", "? ".repeat(400_000), "1:127"],
  ])("a tower of %s does not fall", (_what, source, place) => {
    expect(said(source)).toBe(
      `pack.yml:${place}: the values are nested too deeply to read. Eight levels are more than enough.`,
    );
  });

  it("many fields are read without comparing each with all others", () => {
    const fields = Array.from({ length: 60_000 }, (_, index) => `f${index}:`).join("\n");
    // Of the processor's time: what else a machine does makes no difference. All pairs would take minutes.
    const started = process.cpuUsage();
    expect(said(fields).split("\n").length).toBeGreaterThan(60_000);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
  }, 300_000);
});

describe("a field that is wrong", () => {
  it.each<[string, string, string]>([
    [
      "unknown, near a known one",
      spoilt("values:", "value:"),
      'pack.yml:7:1: unknown field "value". Did you mean "values"?',
    ],
    [
      "unknown, near nothing",
      spoilt("{ role: set,", "{ role: set, zzzzzz: 1,"),
      'pack.yml:10:24: unknown field "zzzzzz". The fields here are: role, functions.',
    ],
    [
      "missing deep inside",
      spoilt("role: set, ", ""),
      'pack.yml:10:3: "role" is missing in "Assign". Add "role": what kind of operation it is: set, reset or clean.',
    ],
    ["empty", spoilt("title: Berths", "title:"), 'pack.yml:3:1: "title" is empty. One line that names the behavior.'],
    [
      "an empty text",
      spoilt("title: Berths", "title: ''"),
      'pack.yml:3:8: "title" is empty. One line that names the behavior.',
    ],
    [
      "an empty list",
      spoilt("[ReturnBerth, CastOff]", "[]"),
      'pack.yml:11:37: "functions" is empty. The functions that are this operation, old names included.',
    ],
    [
      "a number for a text",
      spoilt("title: Berths", "title: 12"),
      "pack.yml:3:8: \"title\" must be text, not a number. Put it in quotes: '12'.",
    ],
    [
      "a truth for a text",
      spoilt("[wish, ", "[true, "),
      "pack.yml:8:10: element 1 of \"wish\" must be text, not true or false. Put it in quotes: 'true'.",
    ],
    [
      "a text for a list",
      spoilt("stages: [arrived, departed]", "stages: arrived"),
      'pack.yml:12:9: "stages" must be a list, not text. The moments of the lifecycle, in their order.',
    ],
    [
      "a list for a mapping",
      spoilt("\n  wish: [wish, '*.Wish']", " [wish]"),
      'pack.yml:7:9: "values" must be a mapping, not a list. Readable names for what is written: src: [srcNodeName, sourceNode].',
    ],
    [
      "a text for a truth",
      spoilt("keys:", "general: yes\nkeys:"),
      'pack.yml:5:10: "general" must be true or false, not text. Write true or false.',
    ],
    [
      "a text for a key",
      spoilt(`{ entry: '*.Plan["berth"]' }`, "berth"),
      'pack.yml:6:10: "berth" must be a mapping, not text. A key says with entry, field, list or calls where it lives.',
    ],
    [
      "a word that is not among the allowed ones",
      spoilt("role: clean", "role: begin"),
      'pack.yml:11:19: "role" cannot be begin. It is one of: set, reset, clean.',
    ],
    [
      "a word near an allowed one",
      spoilt("role: clean", "role: Clean"),
      'pack.yml:11:19: "role" cannot be Clean. Did you mean "clean"?',
    ],
    [
      "an unknown language",
      spoilt("keys:", "language: rust\nkeys:"),
      'pack.yml:5:11: "language" cannot be rust. It is one of: go.',
    ],
    [
      "an id with capitals",
      spoilt("harbour/berths", "Harbour Berths"),
      'pack.yml:2:5: "id" cannot be Harbour Berths. Use lower-case words with - between them, and / between the parts: my-project/leases.',
    ],
    [
      "a name with a blank",
      spoilt("  wish: [", "  a wish: ["),
      'pack.yml:8:3: "a wish" cannot be a name. Begin with a letter or digit; letters, digits and . _ - / may follow.',
    ],
    [
      "a pattern without end",
      spoilt("'*.Wish'", `'${"a.".repeat(300)}b'`),
      'pack.yml:8:16: element 2 of "wish" is too long. Use at most 500 characters.',
    ],
  ])("%s", (_what, source, expected) => {
    expect(said(source)).toBe(expected);
  });
});

describe("a key that is wrong", () => {
  const key = (text: string) => spoilt(`{ entry: '*.Plan["berth"]' }`, text);
  it.each<[string, string, string]>([
    [
      "that lives nowhere",
      key("{}"),
      'pack.yml:6:3: the key "berth" is nowhere. Say where it lives with entry, field, list or calls.',
    ],
    [
      "whose entry is no entry",
      key("{ entry: '*.Berth' }"),
      "pack.yml:6:19: an entry is a map with an index, and this is not. Write '*.Options[\"requested-chassis\"]', or use field for what has no index.",
    ],
    [
      "whose field is an entry",
      key("{ field: ['*.Berth', '*.Plan[*]'] }"),
      "pack.yml:6:31: a field is something.Name, and this is not. Write '*.Spec.NodeName', or use entry for a map's element.",
    ],
    [
      "whose list is an entry",
      key("{ list: '*.Berths[0]' }"),
      "pack.yml:6:18: a list is named without an index, and this is not. Write '*.Finalizers'; its elements are found wherever it is appended to or assigned.",
    ],
    [
      "whose call both sets and deletes",
      key("{ calls: { set: 'moor($key)', delete: 'leave($key)' } }"),
      "pack.yml:6:19: a call either sets or deletes the key. Write one of set and delete, with the call as its pattern.",
    ],
    [
      "whose call is no call",
      key("{ calls: [{ set: '*.Berth' }] }"),
      "pack.yml:6:27: this is not a call. Write the call with its arguments: 'controllerutil.AddFinalizer($object, $key)'.",
    ],
    [
      "whose family has no key",
      key("{ each: true, calls: { set: 'moor($object)' } }"),
      "pack.yml:6:38: the call does not say which of its arguments is the key. Write $key in its place (or $keys for a list of them), because the key has each: true.",
    ],
    [
      "with a misspelled metavariable",
      key("{ calls: { set: 'moor($objekt, $key)' } }"),
      'pack.yml:6:32: "$objekt" means nothing in this pattern. Did you mean "$object"?',
    ],
  ])("%s", (_what, source, expected) => {
    expect(said(source)).toBe(expected);
  });
});

describe("a pattern that does not parse", () => {
  const HINT =
    "Write an expression as it stands in the source, with *, $_ or $... for what may vary: '*.Spec.NodeName'.";
  it.each<[string, string]>([
    [
      spoilt(`'*.Plan["berth"]'`, `'*.Plan["berth"'`),
      `pack.yml:6:34: the pattern does not parse: expected "]", found the end of the line. ${HINT}`,
    ],
    [
      spoilt("'*.Wish'", "'*.A[*].B[*].'"),
      `pack.yml:8:29: the pattern does not parse: expected a name, found the end. ${HINT}`,
    ],
    [spoilt("'*.Wish'", "'it''s'"), `pack.yml:8:19: the pattern does not parse: character is not terminated. ${HINT}`],
  ])("tells where inside the quotes", (source, expected) => {
    expect(said(source)).toBe(expected);
  });
});

describe("operations, stages and triggers that do not fit together", () => {
  const trigger = (text: string) => spoilt("{ stage: departed, kind: signal, constant: FerryDeparted }", text);
  it.each<[string, string, string]>([
    [
      "a stage that does not exist",
      trigger("{ stage: depated, kind: signal, constant: FerryDeparted }"),
      'pack.yml:15:14: there is no stage "depated". Did you mean "departed"?',
    ],
    [
      "a stage like no other",
      trigger("{ stage: sunk, kind: signal, constant: FerrySunk }"),
      'pack.yml:15:14: there is no stage "sunk". The stages are: arrived, departed.',
    ],
    [
      "a stage that nothing leads to",
      spoilt("[arrived, departed]", "[arrived, departed, sunk]"),
      'pack.yml:12:29: no trigger leads to the stage "sunk". Add a trigger with this stage, or remove the stage.',
    ],
    [
      "a stage that is listed twice",
      spoilt("[arrived, departed]", "[arrived, departed, arrived]"),
      'pack.yml:12:29: the stage "arrived" is listed twice. Remove one of them.',
    ],
    [
      "a function in two operations",
      spoilt("functions: AssignBerth", "functions: CastOff"),
      'pack.yml:11:51: CastOff is already the operation "Assign". A function is one operation; remove it from the other list.',
    ],
    [
      "a function that cannot be one",
      spoilt("functions: AssignBerth", "functions: assign-berth"),
      'pack.yml:10:35: "assign-berth" is not a function\'s name. Write Name, Receiver.Name or import/path.Name, or use the fields name, receiver and package.',
    ],
    [
      "a trigger without a condition",
      trigger("{ stage: departed, kind: signal }"),
      "pack.yml:15:5: the trigger has no condition. Write exactly one of constant, present, holds, fails, function; several triggers may lead to the same stage.",
    ],
    [
      "a trigger with two conditions",
      trigger("{ stage: departed, kind: signal, constant: Left, function: castOff }"),
      "pack.yml:15:5: the trigger has 2 conditions: constant, function. Write exactly one of constant, present, holds, fails, function; several triggers may lead to the same stage.",
    ],
    [
      "a constant with its package",
      trigger("{ stage: departed, kind: signal, constant: port.Left }"),
      'pack.yml:15:48: "constant" cannot be port.Left. Write the constant\'s bare name, without its package: MigrationSucceeded.',
    ],
    [
      "a subject without a value",
      trigger("{ stage: departed, kind: signal, constant: Left, subject: '*.Signal' }"),
      'pack.yml:15:54: "subject" needs the value that the constant stands for. Add value: Succeeded, or remove "subject".',
    ],
    [
      "a subject without a constant",
      trigger("{ stage: departed, kind: signal, function: castOff, subject: '*.Signal' }"),
      'pack.yml:15:57: "subject" belongs to a constant. Remove it, or write constant and value instead of function.',
    ],
    [
      "a metavariable in a trigger",
      trigger("{ stage: departed, kind: signal, holds: 'left($ferry)' }"),
      'pack.yml:15:51: "$ferry" means nothing in this pattern. Known are: $object, $_, $....',
    ],
  ])("%s", (_what, source, expected) => {
    expect(said(source)).toBe(expected);
  });
});

describe("an example that is wrong", () => {
  it.each<[string, string, string]>([
    [
      "with a stage that does not exist",
      spoilt("{ departed: Return }", "{ departet: Return }"),
      'pack.yml:19:14: there is no stage "departet". Did you mean "departed"?',
    ],
    [
      "with an operation that does not exist",
      spoilt("{ departed: Return }", "{ departed: Assign → Retrun(false) }"),
      'pack.yml:19:33: there is no operation "Retrun". Did you mean "Return"?',
    ],
    [
      "but not with a writer in a cell",
      spoilt("package harbour }", '"func drift() {}" }').replace(
        "{ departed: Return }",
        "{ departed: drift(berth) → inline(berth) }",
      ),
      "fine",
    ],
    [
      "with a cell that is none",
      spoilt("{ departed: Return }", "{ departed: Assign and Return }"),
      'pack.yml:19:24: "Assign and Return" is not what a cell looks like. Write Reset(false), Set → Clean, or — for a stage where nothing happens.',
    ],
    [
      "with an empty cell",
      spoilt("{ departed: Return }", "{ departed: }"),
      'pack.yml:19:14: "departed" is empty. What stages must show: Reset(false), Set → Clean, or — for nothing.',
    ],
    [
      "that expects nothing",
      spoilt("\n    cells: { departed: Return }", ""),
      "pack.yml:17:5: the example expects nothing. Say with cells or writers what must be seen.",
    ],
    [
      "without files",
      spoilt("{ harbour/watch.go: package harbour }", "{}"),
      "pack.yml:18:5: the example has no files. Write at least one: 'pkg/a.go': |",
    ],
    [
      "with a file outside",
      spoilt("harbour/watch.go:", "../watch.go:"),
      'pack.yml:18:14: "../watch.go" is not a path inside a repository. Write it from the repository\'s top, with /: pkg/a.go.',
    ],
  ])("%s", (_what, source, expected) => {
    expect(said(source)).toBe(expected);
  });
});

it("tells everything at once, in the order of the file", () => {
  const source = `format: volteface/pack@1
id: Harbour
titel: Berths
description: A ferry holds a berth while it is in port.
keys:
  berth: { entry: '*.Plan["berth"' }
  plan: { feild: '*.Plan' }
operations:
  Assign: { role: sett, functions: AssignBerth }
  Return: { role: clean, functions: Return Berth }
stages: [arrived, departed]
triggers:
  - { stage: arived, kind: signal, constant: FerryArrived }
  - { stage: departed, kind: signal }
  - { stage: departed, constant: FerryDeparted }
examples:
  - title: A ferry leaves
    files: { harbour/watch.go: package harbour }
    cells: { departed: Asign }
`;
  expect(said(source)).toBe(
    [
      'pack.yml:1:1: "title" is missing. Add "title": one line that names the behavior.',
      'pack.yml:2:5: "id" cannot be Harbour. Use lower-case words with - between them, and / between the parts: my-project/leases.',
      'pack.yml:3:1: unknown field "titel". Did you mean "title"?',
      "pack.yml:6:34: the pattern does not parse: expected \"]\", found the end of the line. Write an expression as it stands in the source, with *, $_ or $... for what may vary: '*.Spec.NodeName'.",
      'pack.yml:7:11: unknown field "feild". Did you mean "field"?',
      'pack.yml:9:19: "role" cannot be sett. Did you mean "set"?',
      'pack.yml:10:37: "Return Berth" is not a function\'s name. Write Name, Receiver.Name or import/path.Name, or use the fields name, receiver and package.',
      'pack.yml:13:14: there is no stage "arived". Did you mean "arrived"?',
      "pack.yml:14:5: the trigger has no condition. Write exactly one of constant, present, holds, fails, function; several triggers may lead to the same stage.",
      'pack.yml:15:5: "kind" is missing in element 3 of "triggers". Add "kind": what starts the path, in a word of your choice: crd-status, pod-annotation.',
      'pack.yml:19:24: there is no operation "Asign". Did you mean "Assign"?',
    ].join("\n"),
  );
});
