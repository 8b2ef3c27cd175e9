import { describe, expect, it } from "vitest";
import { openLog } from "../../../src/github/serve/log.js";
import { privateKey } from "./app-environment.js";

function opened(): { log: ReturnType<typeof openLog>; lines: Record<string, unknown>[]; text: () => string } {
  const written: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = openLog("debug", ["hush-hush", "p@ss"], (line) => {
    written.push(line);
    const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    lines.push(rest);
  });
  return { log, lines, text: () => written.join("") };
}

describe("the log", () => {
  it("is a line of JSON for each thing that happened", () => {
    const { log, lines } = opened();
    log.info("job ended", { job: "review", key: "1#2", attempt: 1, outcome: "done", milliseconds: 12 });
    expect(lines).toEqual([
      { level: "info", job: "review", key: "1#2", attempt: 1, outcome: "done", milliseconds: 12, msg: "job ended" },
    ]);
  });

  it("leaves out whatever is not known to be harmless, from libraries too", () => {
    const { log, lines } = opened();
    const payload = { pull_request: { body: "the code" } };
    log.forLibraries.child({ name: "probot" }).debug({ event: { payload }, body: "the code", status: 200 }, "received");
    log.info("x", { payload } as never);
    expect(lines).toEqual([
      { level: "debug", name: "probot", status: 200, msg: "received" },
      { level: "info", msg: "x" },
    ]);
  });

  it("says of an error what it is and where it comes from, and not what it drags along", () => {
    const { log, lines, text } = opened();
    const inner = Object.assign(new TypeError("wrong"), { status: 502, request: { headers: "the code" } });
    const event = { payload: "the code" };
    log.forLibraries.error(Object.assign(new AggregateError([inner, "thrown text"], "several"), { event }));
    const err = { type: "TypeError", message: "wrong", status: 502, stack: expect.any(Array) };
    expect(lines).toEqual([
      {
        level: "error",
        err: {
          type: "AggregateError",
          message: "several",
          stack: expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts/)]),
          errors: [err, { type: "string" }],
        },
        msg: "several",
      },
    ]);
    expect(text()).not.toContain("the code");
  });

  it.each([
    ["a token", "token ghs_16C7e42F292c6912E7710c838347Ae178B4a refused", "token [hidden] refused"],
    ["a token of the longer form", "ghs_4242_eyJhbGciOi.eyJpc3MiOi-_.c2ln!", "[hidden]!"],
    ["a token of a person", "github_pat_11ABC_def.", "[hidden]."],
    ["a token in an address", "https://x-access-token:abc@github.com/a/b", "https://[hidden]@github.com/a/b"],
    ["a token in a header", "Basic eC1hY2Nlc3MtdG9rZW46Z2hzX2E=", "Basic [hidden]"],
    ["a signed token", "Bearer eyJhbGciOiJSUzI1NiJ9.eyJpYXQiOjE3.c2lnbmF0dXJl", "Bearer [hidden]"],
    ["a password", "postgres://app:p%40ss@db/x", "postgres://[hidden]@db/x"],
    ["a known secret", "it was hush-hush, p@ss", "it was [hidden], p@ss"],
    ["a key", `key ${privateKey}`, "key [hidden]"],
  ])("hides %s", (_, message, shown) => {
    const { log, lines, text } = opened();
    log.warn(message);
    const error = new Error(message);
    log.warn("again", { err: error });
    expect(lines[0]).toEqual({ level: "warn", msg: shown.replace(/\[hidden\]$/, "[hidden]") });
    expect(text()).not.toContain("MII");
    expect(lines[1]).toMatchObject({ err: { message: shown } });
  });

  it("does not let one line grow without end", () => {
    const { log, text } = opened();
    log.info("x".repeat(1_000_000), { event: "y".repeat(1_000_000), err: new Error("z".repeat(1_000_000)) });
    expect(text().length).toBeLessThan(6_000);
  });
});
