import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scenarios } from "../../src/behavior/index.js";
import { buildStory } from "../../src/stories/index.js";
import { volteface } from "./fake-io.js";

let directory = "";
let repo = "";

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "volteface-scenario-"));
  repo = join(directory, "story");
  await buildStory("kube-ovn-migration", repo);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const rules = ["--rules", "kube-ovn/live-migration"];
const ask = (...argv: string[]) => volteface(["scenario", "--repo", repo, ...argv]);

/** The bundled pack, changed, as a file of one's own. */
function ownPack(name: string, change: (text: string) => string): string {
  const bundled = fileURLToPath(new URL("../../rules/kube-ovn/live-migration.yml", import.meta.url));
  const file = join(directory, name);
  writeFileSync(file, change(readFileSync(bundled, "utf8")));
  return file;
}

describe("volteface scenario", () => {
  it("plays every story on every ref, refs as typed", async () => {
    const { code, out, err } = await ask(...rules, "release-1.12-mc", "refs/heads/master", "--format", "json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { refs, scenarios } = JSON.parse(out) as Scenarios;
    expect(refs).toEqual(["release-1.12-mc", "refs/heads/master"]);
    expect(scenarios.map(({ on }) => on.map(({ ref, failed }) => [ref, failed]))).toEqual([
      [
        ["release-1.12-mc", []],
        ["refs/heads/master", []],
      ],
      [
        ["release-1.12-mc", [{ key: "activation-strategy", expected: null, actual: "rarp" }]],
        ["refs/heads/master", []],
      ],
      [
        ["release-1.12-mc", []],
        ["refs/heads/master", []],
      ],
    ]);
  });

  it("shows that a second move begins with the node after Reset, and with nothing after Clean", async () => {
    const { out } = await ask(...rules, "master", "fix-migration", "--format", "json");
    const [there] = (JSON.parse(out) as Scenarios).scenarios;
    expect(there?.on.map(({ calls, states }) => [calls[1], states[1]?.["requested-chassis"]])).toEqual([
      ["Reset(false)", "B"],
      ["Clean", null],
    ]);
  });

  it("takes the refs of the matrix when none are given, and all that applies when no rules are", async () => {
    const { code, out, err } = await ask("--format", "json");
    expect(code).toBe(0);
    expect(err).toMatch(/^volteface: no refs given; comparing \d+ refs: .*master.*\.\n$/);
    expect((JSON.parse(out) as Scenarios).behavior).toBe("kube-ovn/live-migration");
  });

  it("fails as far as it is told to", async () => {
    const codeOf = async (...argv: string[]) => (await ask(...rules, ...argv)).code;
    expect(await codeOf("release-1.12-mc", "--fail-on", "warning")).toBe(1);
    expect(await codeOf("release-1.12-mc", "--fail-on", "failure")).toBe(0);
    expect(await codeOf("master", "--fail-on", "notice")).toBe(0);
  });

  it("says which step lacks what", async () => {
    const file = ownPack("unbound.yml", (text) => text.replace("started src=A target=B", "started src=A"));
    const { code, out, err } = await ask("--rules", file, "master");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const line =
      readFileSync(file, "utf8")
        .split("\n")
        .findIndex((each) => each.includes("- started src=A")) + 1;
    expect(err).toBe(
      `volteface: ${file}:${line}:9: on master, Set sets requested-chassis to something with target at this step, and nothing says what that is; write started target=A.\n`,
    );
  });

  it("tells what is wrong in a story with its place", async () => {
    const file = ownPack("wrong.yml", (text) => text.replace("      - pod-deleted\n", "      - pod-deleteed\n"));
    const { code, err } = await ask("--rules", file, "master");
    expect(code).toBe(2);
    expect(err).toMatch(/wrong\.yml:\d+:9: there is no stage "pod-deleteed"\. Did you mean "pod-deleted"\?/);
  });

  it("says so when the rules that are asked for tell no scenarios", async () => {
    const { code, err } = await ask("--rules", "kubernetes/finalizers", "master");
    expect({ code, err }).toEqual({
      code: 2,
      err: 'volteface: the rules "kubernetes/finalizers" tell no scenarios; write some in their file (docs/writing-rules.md says how).\n',
    });
  });
});
