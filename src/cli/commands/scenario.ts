import { resolve } from "node:path";
import { matrixFormats, plain, renderScenarios } from "../../report/index.js";
import { answer } from "../answer.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";
import { exitCodeFor, severitiesOfScenarios } from "../severity.js";

/** `volteface scenario [REF...]`: the stories of the rules, played on what each ref does. */
export const scenario: CommandFile = {
  name: "scenario",
  define: (command, { cli: { help } }, act) => {
    command
      .summary(plain(help.commands.scenario))
      .description(`${plain(help.commands.scenario)}\n\n${plain(help.commands.failOnScenario)}`)
      .argument("[ref...]", plain(help.commands.refs))
      .action(act(runScenario));
  },
};

async function runScenario(call: Call): Promise<number> {
  const { args, flags, session } = call;
  const directory = resolve(session.io.cwd, flags.repo);
  const answers = await answer(call, {
    formats: matrixFormats,
    ask: async (engine, listen) =>
      engine.scenario(
        { directory, refs: args, rules: flags.rules, settings: await settingsRequest(call, null), cache: true },
        listen,
      ),
    render: ({ scenarios, pack }, format, paper) =>
      renderScenarios(scenarios, format, { ...paper, packTitle: pack.title }),
  });
  return exitCodeFor(
    answers.flatMap((each) => severitiesOfScenarios(each.scenarios)),
    flags.failOn,
  );
}
