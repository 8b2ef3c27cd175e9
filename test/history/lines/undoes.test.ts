import { expect, test } from "vitest";
import { Scratch, type TinyRepository } from "../../git/tiny-repository.js";
import { ask, FIXED_PORT, outline, PORT, replace, text } from "./port-world.js";

const METRICS = [
  "package ports",
  "",
  "var finishedMigrations = newCounter()",
  "",
  "func CountPorts() int { return len(allPorts) }",
  "",
];
const FIX = "fix: requested chassis after a migration (#12)";

/** A world in which the ports exist and were mended. */
function mended(scratch: Scratch): { world: TinyRepository; fix: string } {
  const world = scratch.repository();
  world.commit("Introduce ports (#1)", { "port.go": text(PORT) });
  const fix = world.commit(FIX, { "port.go": text(FIXED_PORT) });
  return { world, fix };
}

test("a fix that comes undone in another change is told with its lines, whatever the message says", async () => {
  using scratch = new Scratch();
  const { world, fix } = mended(scratch);
  const change = world.commit("Count ports (#14)", { "port.go": text(PORT), "metrics.go": text(METRICS) });
  expect(await ask(world, ["main"])).toEqual({
    format: "volteface/undoes@1",
    answers: [
      {
        change: "main",
        commit: change,
        base: fix,
        undone: [
          {
            commit: fix,
            pullRequest: 12,
            subject: FIX,
            coverage: 1,
            confidence: "high",
            kind: "removes",
            declared: false,
            by: "lines",
            lines: [
              { file: "port.go", line: 4, text: "chassis := port.SourceChassis", change: "adds-removed" },
              { file: "port.go", line: 4, text: "chassis := port.TargetChassis", change: "removes-added" },
              { file: "port.go", line: 5, text: "if failed {", change: "removes-added" },
              {
                file: "port.go",
                line: 6,
                text: "chassis = port.SourceChassisBeforeMigration",
                change: "removes-added",
              },
              {
                file: "port.go",
                line: 8,
                text: 'defer metrics.CountFinishedMigration(port.Name, "finished")',
                change: "removes-added",
              },
            ],
            date: "2025-10-21T08:01:00Z",
            fix: true,
            score: 9.19,
            matchedLines: 5,
            alsoCommits: [],
            chain: [fix],
            condition: null,
          },
        ],
      },
    ],
    remarks: [],
  });
});

test("half of a fix undone is told, with little confidence", async () => {
  using scratch = new Scratch();
  const { world } = mended(scratch);
  const half = replace(FIXED_PORT, "\tchassis := port.TargetChassis", ["\tchassis := port.SourceChassis"]);
  world.commit("Count ports (#14)", { "port.go": text(half), "metrics.go": text(METRICS) });
  expect(await outline(world)).toEqual([`${FIX}: brings-back 0.46, low`]);
});

test("bringing back what a commit removed and removing what it added are two kinds", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const [list = "", body = ""] = [
    "func ListPorts(namespace string) ([]Port, error) {",
    "\treturn client.PortsOfNamespace(namespace)",
  ];
  world.commit("Introduce ports (#1)", { "port.go": text(PORT) });
  world.commit("List ports no longer (#13)", {
    "port.go": text(PORT.filter((line) => line !== list && line !== body)),
  });
  world.commit("Ask for ports (#15)", { "port.go": text(PORT) });
  expect(await outline(world)).toEqual(["List ports no longer (#13): brings-back 1, medium"]);
});

test("a line that only one commit added is not told when a refactoring drops it, unless it was a fix", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const guard = "\tlogger.DebugMigrationFinished(port.Name)";
  const guarded = replace(PORT, "\tchassis := port.SourceChassis", [guard, "\tchassis := port.SourceChassis"]);
  const rewritten = [
    "package ports",
    "",
    "type Mover struct{ lister PortLister }",
    "",
    "func (mover Mover) Complete(name string) error {",
  ];
  for (const [file, subject] of [
    ["a.go", "Log migrations (#20)"],
    ["b.go", "fix: log finished migrations (#21)"],
  ] as const) {
    world.commit(`Introduce ${file}`, { [file]: text(PORT) });
    world.commit(subject, { [file]: text(guarded) });
    world.commit(`Rewrite ${file}`, { [file]: text([...rewritten, "\treturn mover.lister.Finish(name)", "}", ""]) });
  }
  expect(await outline(world, "HEAD~3")).toEqual([]);
  expect(await outline(world)).toEqual(["fix: log finished migrations (#21): removes 1, low"]);
});

test("a revert that says so is marked as declared, also in Chinese and in the body of a squash", async () => {
  using scratch = new Scratch();
  const { world, fix } = mended(scratch);
  const messages = [
    `Revert "${FIX}" (#13)`,
    `Tidy up\n\n* Tidy\n\nThis reverts commit ${fix}.\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.\n`,
    "回退 #12：虚拟机迁移失败",
    "Undo a change for now\n\nReverts #12\n",
  ];
  for (const message of messages) {
    world.git("checkout", "--quiet", "--detach", fix);
    world.commit(message, { "port.go": text(PORT) });
    expect(await outline(world)).toEqual([`${FIX}: removes 1, high, declared`]);
  }
});

test("what a change says it reverts is linked even where no line agrees", async () => {
  using scratch = new Scratch();
  const { world } = mended(scratch);
  world.commit("Reverts #12 in spirit", { "other.go": text(METRICS) });
  expect(await outline(world)).toEqual([`${FIX}: brings-back 0, low, declared`]);
});

test("of added, reverted and added again, the last is undone and the others are its chain", async () => {
  using scratch = new Scratch();
  const { world, fix } = mended(scratch);
  const reverted = world.commit("Back to the source (#13)", { "port.go": text(PORT) });
  const again = world.commit("Follow the machine again (#14)", { "port.go": text(FIXED_PORT) });
  world.commit("Simplify (#15)", { "port.go": text(PORT) });
  const { answers } = await ask(world, ["HEAD"]);
  expect(answers[0]?.undone.map(({ commit, chain }) => ({ commit, chain }))).toEqual([
    { commit: again, chain: [fix, reverted, again] },
  ]);
});

test("lines that move within a change, new indentation and wrapped lines take nothing back", async () => {
  using scratch = new Scratch();
  const { world } = mended(scratch);
  const wrapped = FIXED_PORT.flatMap((line) =>
    line.includes("defer") ? ["\tdefer metrics.", '\t\tCountFinishedMigration(port.Name, "finished")'] : [`  ${line}`],
  );
  world.commit("Reformat", { "port.go": text(wrapped) });
  expect(await outline(world)).toEqual([]);
  world.commit("Move", { "port.go": "package ports\n", "finish.go": text(["package finish", ...wrapped.slice(1)]) });
  expect(await outline(world)).toEqual([]);
});

test("an edited line is not a line taken back", async () => {
  using scratch = new Scratch();
  const { world } = mended(scratch);
  const edited = FIXED_PORT.map((line) => line.replace("port.", "finished.").replace("chassis", "target"));
  world.commit("Rename variables", { "port.go": text(edited) });
  expect(await outline(world)).toEqual([]);
});

test("files that nobody decides about say nothing, but versions in manifests do", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const files = (version: string) => ({
    "go.mod": `module ports\n\nrequire example.com/network/library ${version}\n`,
    "go.sum": `example.com/network/library ${version} h1:abc=\n`,
    "vendor/library/library.go": `package library // release ${version} of the library\n`,
    "zz_generated.go": `package ports // generated by release ${version}\n`,
    "CHANGELOG.md": `now with library ${version}\n`,
  });
  world.commit("Use the library", files("v1.2.0"));
  world.commit("Bump the library (#30)", files("v1.3.0"));
  world.commit("Another library (#31)", files("v1.2.0"));
  const { answers } = await ask(world, ["HEAD"]);
  expect(answers[0]?.undone.map(({ pullRequest, lines }) => ({ pullRequest, lines }))).toEqual([
    {
      pullRequest: 30,
      lines: [
        { file: "go.mod", line: 3, text: "require example.com/network/library v1.2.0", change: "adds-removed" },
        { file: "go.mod", line: 3, text: "require example.com/network/library v1.3.0", change: "removes-added" },
      ],
    },
  ]);
});

test("what a removed line says about its removal is quoted", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const workaround = [
    "\t// workaround for library issue 7, remove once it is fixed",
    "\tport.RequestedChassis = lookupChassisAgain(port.Name)",
  ];
  world.commit("Introduce ports", { "port.go": text(PORT) });
  world.commit("fix: look twice (#40)", {
    "port.go": text(
      replace(PORT, "\tchassis := port.SourceChassis", [...workaround, "\tchassis := port.SourceChassis"]),
    ),
  });
  world.commit("Look once (#41)", { "port.go": text(PORT) });
  const { answers } = await ask(world, ["HEAD"]);
  expect(answers[0]?.undone.map(({ condition }) => condition)).toEqual([
    "// workaround for library issue 7, remove once it is fixed",
  ]);
});

test("a file is followed through its former names", async () => {
  using scratch = new Scratch();
  const { world } = mended(scratch);
  world.commit("Move ports", { "port.go": null, "pkg/ports/finish.go": text(FIXED_PORT) });
  world.commit("Move ports again", { "pkg/ports/finish.go": null, "pkg/migration/done.go": text(FIXED_PORT) });
  world.commit("Simplify", { "pkg/migration/done.go": text(PORT) });
  expect(await outline(world)).toEqual([`${FIX}: removes 1, high`]);
});

test("a pull request does not undo its own commits, and is told once, by the clearest of them", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  world.commit("Introduce ports", { "port.go": text(PORT) });
  world.git("checkout", "--quiet", "-b", "topic");
  const counted = world.commit("Count ports", { "metrics.go": text(METRICS) });
  world.commit("Follow the machine", { "port.go": text(FIXED_PORT) });
  world.commit("Not yet", { "port.go": text(PORT) });
  const followed = world.commit("Follow the machine after all", { "port.go": text(FIXED_PORT) });
  world.git("checkout", "--quiet", "main");
  world.git("merge", "--quiet", "--no-ff", "-m", "Merge pull request #50 from ada/topic", "topic");
  expect(await outline(world, "topic~1")).toEqual([]);
  world.commit("Simplify", { "port.go": text(PORT), "metrics.go": null });
  const { answers } = await ask(world, ["HEAD"]);
  expect(
    answers[0]?.undone.map(({ commit, alsoCommits, pullRequest }) => ({ commit, alsoCommits, pullRequest })),
  ).toEqual([{ commit: followed, alsoCommits: [counted], pullRequest: 50 }]);
});

test("only commits that the change builds on can be undone by it", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const first = world.commit("Introduce ports", { "port.go": text(FIXED_PORT) });
  world.commit("Start from the source", { "port.go": text(PORT) });
  world.git("checkout", "--quiet", "-b", "release", first);
  world.commit("Simplify", { "port.go": text(PORT) });
  const { answers } = await ask(world, ["release"], { all: true });
  expect(answers[0]?.undone.map(({ subject }) => subject)).toEqual(["Introduce ports"]);
});

test("a range and a pull request are one change, from where they forked", async () => {
  using scratch = new Scratch();
  const { world, fix } = mended(scratch);
  world.git("checkout", "--quiet", "-b", "topic");
  world.commit("Simplify", {
    "port.go": text(replace(FIXED_PORT, "\tchassis := port.TargetChassis", ["\tchassis := port.SourceChassis"])),
  });
  const head = world.commit("Simplify more", { "port.go": text(PORT) });
  world.git("update-ref", "refs/pull/60/head", head);
  world.git("checkout", "--quiet", "main");
  world.commit("Count ports", { "metrics.go": text(METRICS) });
  const { answers } = await ask(world, ["main..topic", "#60", "topic"]);
  expect(
    answers.map(({ change, commit, undone }) => [change, commit, undone.map((each) => [each.commit, each.coverage])]),
  ).toEqual([
    ["main..topic", head, [[fix, 1]]],
    ["#60", head, [[fix, 1]]],
    ["topic", head, [[fix, 0.54]]],
  ]);
  world.git("merge", "--quiet", "--no-ff", "-m", "Merge pull request #60 from ada/topic", "topic");
  expect(await outline(world, "#60")).toEqual([`${FIX}: removes 1, high`]);
  expect(await outline(world, "main")).toEqual([`${FIX}: removes 1, high`]);
});

test("the first commit takes nothing back", async () => {
  using scratch = new Scratch();
  const { world } = mended(scratch);
  expect(await outline(world, "HEAD~1")).toEqual([]);
});

test("below the threshold nothing is told, unless all is asked for", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  world.commit("Introduce ports (#1)", { "port.go": text(PORT), "metrics.go": text(METRICS) });
  world.commit("List ports elsewhere (#2)", { "port.go": text(PORT.slice(0, 7)) });
  expect(await outline(world)).toEqual([]);
  expect(await outline(world, "HEAD", { all: true })).toEqual(["Introduce ports (#1): removes 0.2, low"]);
});

/** Lets so many commits pass in which nothing happens. */
function pass(world: TinyRepository, commits: number): void {
  const commit = (from: string) => `commit refs/heads/main\ncommitter M <m@x> 1761033600 +0000\ndata 0\n${from}\n`;
  const input = commit("from refs/heads/main^0\n") + commit("").repeat(commits - 1);
  world.gitReading(input, "fast-import", "--quiet");
}

test("a long history is read by two gits, and what they cannot read is told in its order", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const listing = "\treturn client.PortsOfNamespace(namespace)";
  world.commit("Introduce ports (#1)", { "old.go": text(PORT), "doc.go": "// Package ports: one.\n" });
  world.commit(FIX, { "old.go": text(FIXED_PORT) });
  const early = world.commit("Say two", { "doc.go": "// Package ports: two.\n" });
  pass(world, 600);
  world.git("mv", "old.go", "port.go");
  world.commitIndex("Rename");
  pass(world, 600);
  const late = world.commit("Say three", { "doc.go": "// Package ports: three.\n" });
  world.commit("fix: list ports from the cache (#40)", {
    "port.go": text(replace(FIXED_PORT, listing, ["\treturn cache.PortsOfNamespace(namespace)"])),
  });
  const next = world.commit("Say four", { "doc.go": "// Package ports: four.\n" });
  world.commit("Simplify", { "port.go": text(PORT), "doc.go": "// Package ports: five.\n" });
  const undone = [`${FIX}: removes 1, high`, "fix: list ports from the cache (#40): brings-back 1, medium"];
  expect(await outline(world)).toEqual(undone);
  world.lose(world.idOf(`${late}:doc.go`));
  world.lose(world.idOf(`${early}:doc.go`));
  const { answers, remarks } = await ask(world, ["HEAD"]);
  expect(answers[0]?.undone.map(({ subject }) => subject)).toEqual(
    undone.map((each) => each.split(/: (?:removes|brings)/)[0]),
  );
  expect(remarks).toEqual([early, late, next].map((commit) => ({ code: "file-unread", commit, path: "doc.go" })));
});
