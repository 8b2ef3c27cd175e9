import { resolve } from "node:path";
import { matrixFormats, plain, renderBackports } from "../../report/index.js";
import { answer } from "../answer.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";
import { exitCodeFor, severitiesOfGaps } from "../severity.js";

/** `volteface backports`: whether the changes of one branch are on the others. */
export const backports: CommandFile = {
  name: "backports",
  define: (command, { cli: { help } }, act) => {
    command
      .summary(plain(help.commands.backports))
      .description(`${plain(help.commands.backports)}\n\n${plain(help.commands.failOnBackports)}`)
      .argument("[change...]", plain(help.commands.changes))
      .option("--from <ref>", plain(help.commands.from))
      .option("--to <ref...>", plain(help.commands.to))
      .option("--deep", plain(help.commands.deep))
      .action(act(runBackports));
  },
};

async function runBackports(call: Call): Promise<number> {
  const { args, flags, own, session } = call;
  const answers = await answer(call, {
    formats: matrixFormats,
    ask: async (engine, listen) =>
      engine.backports(
        {
          directory: resolve(session.io.cwd, flags.repo),
          from: typeof own.from === "string" ? own.from : null,
          refs: Array.isArray(own.to) ? own.to.map(String) : [],
          changes: args,
          rules: flags.rules,
          settings: await settingsRequest(call, null),
          deep: own.deep === true,
          cache: true,
        },
        listen,
      ),
    render: (found, format, paper) =>
      renderBackports(found.backports, format, { ...paper, packTitle: found.pack?.title ?? null }),
  });
  return exitCodeFor(
    answers.flatMap((each) => severitiesOfGaps(each.backports)),
    flags.failOn,
  );
}
