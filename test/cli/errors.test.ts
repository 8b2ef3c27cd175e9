import { describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/io.js";
import { tellError } from "../../src/cli/tell-error.js";
import { Failure } from "../../src/primitives/failure.js";
import { messagesIn } from "../../src/report/index.js";

async function tell(error: unknown, debug = false): Promise<{ code: number; err: string }> {
  let err = "";
  const write = async (text: string) => {
    err += text;
  };
  const sink = { isTTY: false, columns: undefined, write };
  const io: Io = { stdout: sink, stderr: sink, env: {}, cwd: "/" };
  return { code: await tellError(error, io, messagesIn("en"), debug), err };
}

describe("errors", () => {
  it("are one line and exit code 2 when the user can mend them", async () => {
    expect(await tell(new Failure("no-such-directory", { directory: "/a\nb" }))).toEqual({
      code: 2,
      err: "volteface: there is no directory /a\\nb.\n",
    });
  });

  it("are one line and exit code 3 when they are ours, with an id that is the same for the same bug", async () => {
    const fail = () => {
      throw new TypeError("x is undefined\nand more");
    };
    const errors = [1, 2].map(() => {
      try {
        return fail();
      } catch (error) {
        return error;
      }
    });
    const [first, second] = await Promise.all(errors.map((error) => tell(error)));
    expect(first?.code).toBe(3);
    expect(first?.err).toMatch(
      /^volteface: this is our bug, not yours \([0-9a-f]{8}: TypeError: x is undefined\); please report it, with the output of --debug\.\n$/,
    );
    expect(second).toEqual(first);
  });

  it("show where they come from, causes too, only when asked", async () => {
    const error = new Failure(
      "git-failed",
      { command: "git log", directory: "/", detail: "x" },
      { cause: new Error("inner") },
    );
    expect((await tell(error)).err.split("\n")).toHaveLength(2);
    const { err } = await tell(error, true);
    expect(err).toContain("errors.test.ts");
    expect(err).toContain("Error: inner");
  });

  it("may be anything that is thrown", async () => {
    expect((await tell("text")).code).toBe(3);
    expect((await tell(undefined)).code).toBe(3);
  });
});
