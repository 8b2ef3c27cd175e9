import { resolve } from "node:path";
import { Failure } from "../../primitives/index.js";
import { matrixFormats, plain, renderReplay } from "../../report/index.js";
import { answer } from "../answer.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";

/** `volteface replay [REF]`: what would have been said about the past. */
export const replay: CommandFile = {
  name: "replay",
  define: (command, { cli: { help } }, act) => {
    command
      .summary(plain(help.commands.replay))
      .description(plain(help.commands.replay))
      .argument("[ref]", plain(help.commands.replayRef))
      .option("--last <n>", plain(help.commands.last))
      .action(act(runReplay));
  },
};

async function runReplay(call: Call): Promise<number> {
  const { args, flags, own, session } = call;
  const request = {
    directory: resolve(session.io.cwd, flags.repo),
    ref: args[0] ?? null,
    last: lastOf(own.last),
    rules: flags.rules,
    settings: await settingsRequest(call, args[0] ?? null),
    cache: true,
  };
  await answer(call, {
    formats: matrixFormats,
    ask: async (engine, listen) => [await engine.replay(request, listen)],
    render: ({ replay: found }, format, paper) => renderReplay(found, format, paper),
  });
  return 0;
}

/** More are days of work. */
const MOST = 100_000;

function lastOf(typed: unknown): number {
  if (typed === undefined) return 100;
  const last = Number(typed);
  if (Number.isInteger(last) && last > 0 && last <= MOST) return last;
  throw new Failure("usage.bad-value", { value: String(typed), flag: "--last", form: `1…${MOST}` });
}
