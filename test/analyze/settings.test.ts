import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkSettings, readSettings, type SettingsRequest } from "../../src/analyze/index.js";
import { openRepository, type Repository } from "../../src/git/index.js";
import { Failure } from "../../src/primitives/index.js";
import { findPacks, InvalidFile } from "../../src/rules/index.js";
import { Scratch, type TinyRepository } from "../git/tiny-repository.js";
import { problemLines } from "../report/problem-lines.js";
import { HARBOUR } from "../rules/harbour.js";

const scratch = new Scratch();
let world: TinyRepository;
let repository: Repository;
let base = "";

beforeAll(async () => {
  world = scratch.repository();
  base = world.commit("settings", {
    ".github/volteface.yml": "packs: [etcd/lessor, rules/berths.yml]\nignore: hack/**\n",
    "rules/berths.yml": HARBOUR,
  });
  world.git("checkout", "--quiet", "-b", "feature");
  // What a pull request would like to be judged by.
  world.commit("no rules for me", {
    ".github/volteface.yml": "rules: { undoes: off }\npacks: [rules/berths.yml]\n",
    "rules/berths.yml": HARBOUR.replace("title: Berths", "title: Nothing to see"),
  });
  repository = await openRepository(world.directory);
});
afterAll(async () => {
  await repository.close();
  scratch[Symbol.dispose]();
});

const request = (change: Partial<SettingsRequest> = {}): SettingsRequest => ({
  file: null,
  ref: null,
  layers: [],
  ...change,
});

async function failure(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error ?? new Error("nothing failed");
  return [error.code, error.fields];
}

describe("the settings of a repository", () => {
  it("are those of the base, whatever the working tree and the head say", async () => {
    const { file, settings, origins, packs } = await readSettings(repository, request());
    expect(file).toBe("main:.github/volteface.yml");
    expect([settings.packs, settings.ignore, settings.rules.undoes?.mode]).toEqual([
      ["etcd/lessor", "rules/berths.yml"],
      ["hack/**"],
      "comment",
    ]);
    expect(origins.ignore).toEqual({ kind: "file", file: "main:.github/volteface.yml", line: 2, column: 1 });
    expect((await findPacks(packs)).map(({ id, title }) => `${id}: ${title}`)).toEqual([
      "etcd/lessor: Leases and the keys attached to them",
      "harbour/berths: Berths",
    ]);
  });

  it("are those of the commit that is named", async () => {
    const { file, settings } = await readSettings(repository, request({ ref: "feature" }));
    expect([file, settings.rules.undoes?.mode]).toEqual(["feature:.github/volteface.yml", "off"]);
  });

  it("are the defaults where a commit has none, or has a link in their place", async () => {
    const plain = scratch.repository("plain");
    plain.commit("empty", { "a.go": "package a\n" });
    const opened = await openRepository(plain.directory);
    expect(await readSettings(opened, request())).toMatchObject({
      file: null,
      packs: [],
      settings: { annotations: 10 },
    });
    plain.git("update-index", "--add", "--cacheinfo", `120000,${plain.blob("/etc/passwd")},.github/volteface.yml`);
    plain.commitIndex("a link");
    expect((await readSettings(opened, request())).file).toBeNull();
    await opened.close();
  });

  it("name packs of the base only: a missing one is told with the branch that lacks it", async () => {
    const lost = scratch.repository("lost");
    lost.commit("settings", { ".github/volteface.yml": "packs: ./rules/berths.yml\n" });
    lost.git("checkout", "--quiet", "-b", "feature");
    lost.commit("the pack", { "rules/berths.yml": HARBOUR });
    const opened = await openRepository(lost.directory);
    expect(await failure(readSettings(opened, request()))).toEqual([
      "config.no-such-pack",
      { file: "./rules/berths.yml", ref: "main" },
    ]);
    expect((await readSettings(opened, request({ ref: "feature" }))).packs).toMatchObject([
      { name: "feature:rules/berths.yml" },
    ]);
    await opened.close();
  });

  it("are refused when they are wrong, or huge, with every problem", async () => {
    const wrong = scratch.repository("wrong");
    wrong.commit("settings", { ".github/volteface.yml": "pakcs: []\ncomment: of\n" });
    const opened = await openRepository(wrong.directory);
    const error = await readSettings(opened, request()).catch((reason: unknown) => reason);
    expect(error instanceof InvalidFile && problemLines(error.problems)).toEqual([
      'main:.github/volteface.yml:1:1: unknown field "pakcs". Did you mean "packs"?',
      'main:.github/volteface.yml:2:10: "comment" must be true or false, not text. Write true or false.',
    ]);
    wrong.commit("settings", { ".github/volteface.yml": "a".repeat(10_000_000) });
    expect(await failure(readSettings(opened, request()))).toMatchObject(["config.invalid", { count: 1 }]);
    await opened.close();
  });

  it("that this clone lacks are told, and not taken for none", async () => {
    const holed = scratch.repository("holed");
    holed.commit("settings", { ".github/volteface.yml": "comment: off\n" });
    const blob = holed.idOf("HEAD:.github/volteface.yml");
    holed.lose(blob);
    const opened = await openRepository(holed.directory);
    expect(await failure(readSettings(opened, request()))).toEqual([
      "config.unreadable",
      { file: ".github/volteface.yml", commit: holed.idOf("HEAD"), detail: `object ${blob} is missing` },
    ]);
    await opened.close();
  });

  it("are read from a file on disk when one is given, and its packs, too", async () => {
    const file = world.directory.concat("/.github/volteface.yml");
    const { settings, packs } = await readSettings(repository, request({ file }));
    expect([settings.rules.undoes?.mode, packs]).toEqual(["off", ["rules/berths.yml"]]);
    expect(await readSettings(repository, request({ file: "/dev/null" }))).toMatchObject({ packs: [] });
  });

  it("came with the base commit", () => {
    expect(world.git("merge-base", "main", "feature")).toBe(base);
  });
});

describe("checking a settings file on disk", () => {
  let checks = 0;
  const checked = async (text: string, files: Readonly<Record<string, string>> = {}) => {
    checks += 1;
    const folder = scratch.repository(`check ${checks}`);
    folder.commit("settings", { "s.yml": text, ...files });
    const problems = await checkSettings(`${folder.directory}/s.yml`, folder.directory);
    return problemLines(problems).map((line) => line.replaceAll(folder.directory, "ROOT"));
  };

  it("finds packs that are not there, by id and by path, and what is wrong inside of others", async () => {
    const wrong = HARBOUR.replace("role: set", "role: sett");
    expect(
      await checked("packs:\n  - etcd/lesor\n  - nowhere.yml\n  - wrong.yml\ncoment: on\n", { "wrong.yml": wrong }),
    ).toEqual([
      'ROOT/s.yml:5:1: unknown field "coment". Did you mean "comment"?',
      'ROOT/s.yml:2:5: there are no rules "etcd/lesor". Did you mean "etcd/lessor"?',
      "ROOT/s.yml:3:5: there is no file nowhere.yml, or it cannot be read. Paths begin at the root of the repository.",
      'ROOT/wrong.yml:10:19: "role" cannot be sett. Did you mean "set"?',
    ]);
  });

  it("knows the rules when it could read all packs", async () => {
    expect(await checked("packs: own.yml\nrules: { undos: off }\n", { "own.yml": HARBOUR })).toEqual([
      'ROOT/s.yml:2:10: there is no rule "undos". Did you mean "undoes"?',
    ]);
    expect(await checked("packs: nowhere.yml\nrules: { hazard-of-it: off }\n")).toHaveLength(1);
  });
});
