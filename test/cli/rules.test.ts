import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { volteface } from "./fake-io.js";

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "volteface-cli-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(directory, name);
  writeFileSync(file, text);
  return file;
}

describe("volteface rules", () => {
  it("lists what comes along", async () => {
    const { code, out } = await volteface(["rules", "list"]);
    expect(code).toBe(0);
    expect(out).toContain("- kube-ovn/live-migration: ");
  });

  it("explains one, by id", async () => {
    const { code, out } = await volteface(["rules", "explain", "kube-ovn/live-migration", "--lang", "zh-CN"]);
    expect(code).toBe(0);
    expect(out).toContain("跟踪的键\n- requested-chassis\n");
  });

  it("checks: everything that is wrong, with exit code 2", async () => {
    const file = write("broken.yml", "format: volteface/pack@1\nid: lakes/drain\nstagse: [dry]\n");
    const { code, out } = await volteface(["rules", "check", file]);
    expect(code).toBe(2);
    const unfolded = out.replace(/\n +(?!-)/g, " ");
    expect(unfolded).toContain(`${file}:3:1: unknown field "stagse". Did you mean "stages"?`);
  });

  it("refuses to work with broken rules, each problem on a line of its own, with exit code 2", async () => {
    const file = write("broken.yml", "format: volteface/pack@1\nid: lakes/drain\nstagse: [dry]\n");
    const { code, out, err } = await volteface(["rules", "explain", file]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const [first, ...problems] = err.trimEnd().split("\n");
    expect(first).toMatch(/^volteface: the rules in .*broken\.yml have \d+ problems:$/);
    expect(problems.length).toBeGreaterThan(1);
    for (const problem of problems) expect(problem).toMatch(/broken\.yml:\d+:\d+: /);
  });
});
