import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const start = (argv: readonly string[]) => spawn(process.execPath, ["--import", "tsx", main, ...argv]);
const ended = (child: ReturnType<typeof start>) =>
  new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
  });

describe("the program as a process", () => {
  it("ends quietly when nobody reads on", async () => {
    const child = start(["rules", "list"]);
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout.destroy();
    expect(await ended(child)).toEqual({ code: 0, signal: null });
    expect(err).toBe("");
  });

  it("ends with 130 when interrupted, and removes what it made", async () => {
    const demos = () => readdirSync(tmpdir()).filter((name) => name.startsWith("volteface-demo-"));
    const before = demos();
    const child = start(["demo"]);
    child.stdout.resume();
    await new Promise<void>((resolve) => {
      child.stderr.once("data", () => resolve());
    });
    child.kill("SIGINT");
    expect((await ended(child)).code).toBe(130);
    expect(demos()).toEqual(before);
  });

  it("ends with the exit code of its answer", async () => {
    const child = start(["nonsense"]);
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    expect((await ended(child)).code).toBe(2);
    expect(err).toBe(
      'volteface: there is no command "nonsense"; the commands are matrix, timeline, undoes, backports, scenario, review, replay, report, rules, explain, config, init, serve, action, demo.\n',
    );
  });
});
