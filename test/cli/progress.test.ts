import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { showProgress } from "../../src/cli/progress.js";
import { messagesIn } from "../../src/report/index.js";

function start(isTTY: boolean) {
  let err = "";
  const write = async (text: string) => {
    err += text;
  };
  const sink = { isTTY, columns: 60, write };
  const io = { stdout: sink, stderr: sink, env: {}, cwd: "/" };
  const progress = showProgress({ io, lang: "en", messages: messagesIn("en") });
  return { progress, err: () => err };
}

const reading = (done: number) => ({ kind: "stage", name: "blobs", done, total: 9 }) as const;

describe("progress", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("stays silent while work is short", async () => {
    const { progress, err } = start(true);
    progress.listen(reading(1));
    await progress.stop();
    expect(err()).toBe("");
  });

  it("shows long work on one line, and clears it", async () => {
    const { progress, err } = start(true);
    vi.setSystemTime(Date.now() + 1000);
    progress.listen(reading(3));
    progress.listen(reading(4));
    await progress.stop();
    expect(err()).toBe("\r\u001b[Kreading files 3/9\r\u001b[K");
  });

  it("is for terminals only; remarks are for everybody", async () => {
    const { progress, err } = start(false);
    vi.setSystemTime(Date.now() + 1000);
    progress.listen(reading(3));
    progress.listen({ kind: "remark", code: "pack-matches-nothing", fields: { pack: "a\u001bb" } });
    await progress.stop();
    expect(err()).toBe('volteface: the rules "a\\x1bb" find none of their names in these refs.\n');
  });
});
