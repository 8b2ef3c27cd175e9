import { resolve } from "node:path";
import { matrixFormats, plain, renderUndoes } from "../../report/index.js";
import { answer } from "../answer.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";
import { exitCodeFor, severitiesOfUndoes } from "../severity.js";

/** `volteface undoes CHANGE...`: which earlier commits a change takes back. */
export const undoes: CommandFile = {
  name: "undoes",
  define: (command, { cli: { help } }, act) => {
    command
      .summary(plain(help.commands.undoes))
      .description(`${plain(help.commands.undoes)}\n\n${plain(help.commands.failOnUndoes)}`)
      .argument("<change...>", plain(help.commands.changes))
      .option("--all", plain(help.commands.all))
      .action(act(runUndoes));
  },
};

async function runUndoes(call: Call): Promise<number> {
  const { args, flags, own, session } = call;
  const all = own.all === true;
  const answers = await answer(call, {
    formats: matrixFormats,
    ask: async (engine, listen) => [
      await engine.undoes(
        {
          directory: resolve(session.io.cwd, flags.repo),
          changes: args,
          rules: flags.rules,
          settings: await settingsRequest(call, null),
          all,
          cache: true,
        },
        listen,
      ),
    ],
    render: (found, format, paper) => renderUndoes(found.undoes, format, { ...paper, all }),
  });
  return exitCodeFor(
    answers.flatMap((each) => severitiesOfUndoes(each.undoes)),
    flags.failOn,
  );
}
