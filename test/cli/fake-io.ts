import type { Io } from "../../src/cli/io.js";
import { run } from "../../src/cli/run.js";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, on streams that only remember. */
export async function volteface(argv: readonly string[], options: Partial<FakeIo> = {}): Promise<Outcome> {
  const written = { out: "", err: "" };
  const sink = (to: "out" | "err", isTTY: boolean) => ({
    isTTY,
    columns: isTTY ? options.columns : undefined,
    write: async (text: string) => {
      written[to] += text;
    },
  });
  const io: Io = {
    stdout: sink("out", options.terminal === true),
    stderr: sink("err", options.terminal === true),
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
  };
  const code = await run(argv, io);
  return { code, ...written };
}

export interface FakeIo {
  readonly terminal: boolean;
  readonly columns: number;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}
