import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Matrix } from "../../src/behavior/index.js";
import { buildStory } from "../../src/stories/index.js";
import { volteface } from "./fake-io.js";

let directory = "";
let repo = "";

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "volteface-cli-"));
  repo = join(directory, "story");
  await buildStory("kube-ovn-migration", repo);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const rules = ["--rules", "kube-ovn/live-migration"];

describe("volteface matrix", () => {
  it("answers on standard output, refs before and after flags, each as typed", async () => {
    const argv = [
      "matrix",
      "release-1.12-mc",
      "--repo",
      repo,
      ...rules,
      "--format",
      "json",
      "master",
      "refs/heads/release-1.13",
    ];
    const { code, out, err } = await volteface(argv);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const matrix = JSON.parse(out) as Matrix;
    expect(matrix.refs.map(({ ref }) => ref)).toEqual(["release-1.12-mc", "master", "refs/heads/release-1.13"]);
  });

  it("says which refs it takes when none are given", async () => {
    const { code, err } = await volteface(["matrix", "--repo", repo, ...rules]);
    expect(code).toBe(0);
    expect(err).toMatch(/^volteface: no refs given; comparing \d+ refs: .*master.*\.\n$/);
  });

  it("tells an unknown ref with the nearest name", async () => {
    const { code, out, err } = await volteface(["matrix", "--repo", repo, ...rules, "master", "relase-1.13"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe('volteface: there is no branch, tag or commit "relase-1.13"; did you mean "release-1.13"?\n');
  });

  it("fails on differences only as far as it is told to", async () => {
    const differing = ["matrix", "--repo", repo, ...rules, "release-1.12-mc", "master"];
    const onlyHow = ["matrix", "--repo", repo, ...rules, "release-1.12-mc", "release-1.13"];
    const codeOf = async (argv: string[]) => (await volteface(argv)).code;
    expect(await codeOf(differing)).toBe(0);
    expect(await codeOf([...differing, "--fail-on", "notice"])).toBe(1);
    expect(await codeOf([...differing, "--fail-on", "warning"])).toBe(1);
    expect(await codeOf([...differing, "--fail-on", "failure"])).toBe(0);
    expect(await codeOf([...onlyHow, "--fail-on", "notice"])).toBe(1);
    expect(await codeOf([...onlyHow, "--fail-on", "warning"])).toBe(0);
  });

  it("takes the two refs of --align into the matrix", async () => {
    const argv = ["matrix", "--repo", repo, ...rules, "--align", "release-1.12-mc=master", "--format", "json"];
    const answer = JSON.parse((await volteface(argv)).out) as Matrix & {
      alignment: { from: string; to: string; steps: unknown[] };
    };
    expect(answer.refs.map(({ ref }) => ref)).toEqual(["master", "release-1.12-mc"]);
    expect(answer.alignment).toMatchObject({ from: "release-1.12-mc", to: "master" });
    expect(answer.alignment.steps.length).toBeGreaterThan(0);
  });

  it("shows evidence, and links it to the repository that --github names", async () => {
    const argv = [
      "matrix",
      "--repo",
      repo,
      ...rules,
      "--evidence",
      "--github",
      "kubeovn/kube-ovn",
      "release-1.12-mc",
      "master",
    ];
    const { out } = await volteface(argv);
    expect(out).toMatch(/> +\d+ +delete\(lsp\.Options,\n +> +"activation-strategy"\)/);
    expect(out).toMatch(
      /https:\/\/github\.com\/kubeovn\/kube-ovn\/blob\/[0-9a-f]{40}\/pkg\/ovs\/ovn-nb-logical_switch_port\.go#L\d+-L\d+/,
    );
  });

  it("colours on a terminal only, and not when asked not to", async () => {
    const argv = ["matrix", "--repo", repo, ...rules, "release-1.12-mc", "master"];
    const sequence = "\u001b[";
    const outOf = async (more: string[], options: Parameters<typeof volteface>[1]) =>
      (await volteface([...argv, ...more], options)).out;
    expect(await outOf([], { terminal: true, columns: 100 })).toContain(sequence);
    expect(await outOf([], {})).not.toContain(sequence);
    expect(await outOf(["--no-color"], { terminal: true })).not.toContain(sequence);
    expect(await outOf([], { terminal: true, env: { NO_COLOR: "1" } })).not.toContain(sequence);
    expect(await outOf([], { terminal: true, env: { TERM: "dumb" } })).not.toContain(sequence);
  });
});

describe("--output", () => {
  const argv = (file: string) => ["rules", "list", "--format", "json", "--output", file];

  it("writes the result to a file and nothing to standard output", async () => {
    const file = join(directory, "list.json");
    writeFileSync(file, "old");
    expect(await volteface(argv(file))).toEqual({ code: 0, out: "", err: "" });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ format: "volteface/rules-list@1" });
    expect(readdirSync(directory).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("is relative to where the program was started", async () => {
    expect((await volteface(argv("here.json"), { cwd: directory })).code).toBe(0);
    expect(readFileSync(join(directory, "here.json"), "utf8")).toContain("rules-list");
  });

  it("follows a link instead of replacing it", async () => {
    const target = join(directory, "target.json");
    writeFileSync(target, "old");
    symlinkSync(target, join(directory, "link.json"));
    await volteface(argv(join(directory, "link.json")));
    expect(readFileSync(target, "utf8")).toContain("rules-list");
  });

  it("writes into devices without replacing them", async () => {
    expect(await volteface(argv("/dev/null"))).toEqual({ code: 0, out: "", err: "" });
  });

  it("says when the device is full", async () => {
    const { code, err } = await volteface(argv("/dev/full"));
    expect({ code, err }).toEqual({
      code: 2,
      err: "volteface: cannot write /dev/full: no space left on the device.\n",
    });
  });
});
