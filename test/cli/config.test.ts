import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Scratch, type TinyRepository } from "../git/tiny-repository.js";
import { volteface } from "./fake-io.js";

const scratch = new Scratch();
let world: TinyRepository;

beforeAll(() => {
  world = scratch.repository();
  world.commit("settings", {
    ".github/volteface.yml":
      "rules:\n  undoes: { mode: monitor, reason: we count first }\nbranches: [{ pattern: release-1.0, policy: end-of-life, since: 2025-01-01 }]\n",
  });
});
afterAll(() => scratch[Symbol.dispose]());

const inWorld = (...argv: string[]) => volteface(argv, { cwd: world.directory });

describe("volteface config check", () => {
  it("is content with the file of the working tree", async () => {
    const { code, out, err } = await inWorld("config", "check", "--format", "json");
    expect([code, err, JSON.parse(out)]).toMatchObject([0, "", { ok: true, problems: [] }]);
  });

  it("tells each problem with its place and exits with 2", async () => {
    writeFileSync(join(world.directory, "bad.yml"), "comment: of\nrules: { undos: off }\n");
    expect(await inWorld("config", "check", "bad.yml")).toEqual({
      code: 2,
      out: `bad.yml: 2 problems.

- bad.yml:1:10: "comment" must be true or false, not text. Write true or false.
- bad.yml:2:10: there is no rule "undos". Did you mean "undoes"?
`,
      err: "",
    });
    expect(await inWorld("config", "check", "bad.yml", "--format", "json")).toEqual({
      code: 2,
      out: `${JSON.stringify({
        format: "volteface/config-check@1",
        file: "bad.yml",
        ok: false,
        problems: [
          {
            file: "bad.yml",
            line: 1,
            column: 10,
            code: "wrong-kind",
            message: '"comment" must be true or false, not text',
            hint: "Write true or false.",
          },
          {
            file: "bad.yml",
            line: 2,
            column: 10,
            code: "unknown-name",
            message: 'there is no rule "undos"',
            hint: 'Did you mean "undoes"?',
          },
        ],
      })}\n`,
      err: "",
    });
  });

  it("says that there is no file", async () => {
    expect(await inWorld("config", "check", "nowhere.yml")).toMatchObject({ code: 2, out: "" });
  });
});

describe("volteface config show", () => {
  it("tells what holds and where it comes from, as JSON", async () => {
    const { code, out } = await volteface(["config", "show", "--format", "json", "--lang", "zh-CN"], {
      cwd: world.directory,
      env: { INPUT_ANNOTATIONS: "3" },
    });
    const shown = JSON.parse(out);
    expect(code).toBe(0);
    expect(shown).toMatchObject({
      format: "volteface/config-show@1",
      file: "main:.github/volteface.yml",
      packs: null,
      branches: [{ pattern: "release-1.0", policy: "end-of-life", since: "2025-01-01", until: null }],
      language: "zh-CN",
      annotations: 3,
      comment: true,
      failOn: null,
    });
    expect(shown.rules[0]).toEqual({
      id: "undoes",
      mode: "monitor",
      severity: "warning",
      reason: "we count first",
      origin: { kind: "file", file: "main:.github/volteface.yml", line: 2 },
    });
    expect([shown.origins.language, shown.origins.annotations, shown.origins.comment]).toEqual([
      { kind: "flag", name: "--lang" },
      { kind: "input", name: "annotations" },
      { kind: "default" },
    ]);
  });

  it("goes by the file that --config names, and by nothing with /dev/null", async () => {
    expect((await inWorld("config", "show", "--config", "/dev/null", "--format", "json")).out).toContain(
      '"id":"undoes","mode":"comment"',
    );
  });

  it("refuses wrong settings and wrong inputs, each problem on a line", async () => {
    const inputs = await volteface(["config", "show"], { cwd: world.directory, env: { INPUT_LANGUAGE: "fr" } });
    expect(inputs).toEqual({
      code: 2,
      out: "",
      err: "volteface: the settings in inputs have 1 problem:\ninput language:1:1: this cannot be fr. It is one of: en, zh-CN.\n",
    });
  });
});

describe("volteface config schema", () => {
  it("prints the schema that is committed", async () => {
    const committed = readFileSync(new URL("../../schema/volteface.schema.json", import.meta.url), "utf8");
    expect(await volteface(["config", "schema"])).toEqual({ code: 0, out: committed, err: "" });
  });
});

describe("volteface explain", () => {
  it("tells how the repository wants a rule", async () => {
    expect((await inWorld("explain", "undoes")).out).toContain(
      `- Severity: warning.
- Mode: monitor (main:.github/volteface.yml:2), because: we count first;
  findings are counted, and not told on pull requests.
`,
    );
  });

  it("needs no repository", async () => {
    const { code, out } = await volteface(["explain", "two-flows"], { cwd: "/" });
    expect([code, out.split("\n", 3)]).toEqual([
      0,
      ["two-flows: Two flows serve the same stage", "", "- Severity: notice."],
    ]);
  });

  it("suggests the nearest rule", async () => {
    expect(await inWorld("explain", "asymetry")).toEqual({
      code: 2,
      out: "",
      err: 'volteface: there is no rule "asymetry"; did you mean "asymmetry"?\n',
    });
  });
});

describe("volteface init", () => {
  let fresh: TinyRepository;
  const initialise = (...argv: string[]) => volteface(["init", ...argv], { cwd: fresh.directory });

  beforeAll(() => {
    fresh = scratch.repository("fresh");
    fresh.commit("start", { "a.go": "package a\n" });
    fresh.git("branch", "release-1.0");
    fresh.git("branch", "release-1.1");
    fresh.git("branch", "release-2.0-it's{a,b}#1");
  });

  it("writes a file that is right, and says what to do next", async () => {
    const { code, out, err } = await initialise();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Wrote .github/volteface.yml.\n");
    const text = readFileSync(join(fresh.directory, ".github/volteface.yml"), "utf8");
    expect(text).toContain(`# branches:
#   - { pattern: 'release-2.0-it''s\\{a,b\\}#1', policy: maintained } # last commit 2025-10-21
#   - { pattern: release-1.1, policy: maintained } # last commit 2025-10-21
#   - { pattern: release-1.0, policy: maintained } # last commit 2025-10-21
`);
    expect((await volteface(["config", "check"], { cwd: fresh.directory })).code).toBe(0);
    // What is commented out is right as well, once it counts.
    writeFileSync(join(fresh.directory, "all.yml"), text.replace(/^# (branches:|rules:| {2})/gm, "$1"));
    expect(await volteface(["config", "check", "all.yml"], { cwd: fresh.directory })).toMatchObject({ code: 0 });
  });

  it("replaces nothing without --force, and adds what is missing", async () => {
    writeFileSync(join(fresh.directory, ".github/volteface.yml"), "comment: off\n");
    expect(await initialise()).toEqual({
      code: 2,
      out: "",
      err: "volteface: already there: .github/volteface.yml; --force replaces what is there.\n",
    });
    const uses = "ferries/volteface@v0.1.0";
    expect((await initialise("--action", "--uses", uses)).out).toContain("Wrote .github/workflows/volteface.yml.");
    expect(readFileSync(join(fresh.directory, ".github/workflows/volteface.yml"), "utf8")).toContain(`uses: ${uses}\n`);
    expect(readFileSync(join(fresh.directory, ".github/volteface.yml"), "utf8")).toBe("comment: off\n");
    expect((await initialise("--force", "--lang", "zh-CN")).code).toBe(0);
    expect(readFileSync(join(fresh.directory, ".github/volteface.yml"), "utf8")).toContain("language: zh-CN\n");
  });

  it("does not guess where the Action is published, nor take what cannot be that", async () => {
    expect(await initialise("--action")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^volteface: nobody can know where .*--uses OWNER\/REPO@REF.*\n$/),
    });
    for (const uses of ["ferries/volteface", "x/y@v1\n      - run: id", "x/y@v1 # z"])
      expect(await initialise("--action", "--force", "--uses", uses)).toMatchObject({ code: 2, out: "" });
  });

  it("needs a working tree", async () => {
    const bare = scratch.repository("bare", "--bare");
    const { code, err } = await volteface(["init", "--repo", bare.directory]);
    expect([code, err]).toEqual([
      2,
      `volteface: ${bare.directory} has no working tree to write into; run this in a clone with files.\n`,
    ]);
    expect(existsSync(join(bare.directory, ".github"))).toBe(false);
  });
});
