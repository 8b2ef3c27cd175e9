import { resolve } from "node:path";
import { codedMessage, plain } from "../../report/index.js";
import type { Call, CommandFile } from "../session.js";

/** `volteface action`: the review as a step of a workflow, as action.yml runs it. What it needs to know, the runner tells. */
export const action: CommandFile = {
  name: "action",
  define: (command, { cli: { help } }, act) => {
    command.description(plain(help.commands.action)).action(act(runAction));
  },
};

async function runAction({ flags, session: { io, messages } }: Call): Promise<number> {
  const { reviewInWorkflow } = await import("../../github/index.js");
  const lines: string[] = [];
  const { failed, silenced } = await reviewInWorkflow(resolve(io.cwd, flags.repo), io.env, (line) => lines.push(line));
  await io.stdout.write(lines.map((line) => `${line}\n`).join(""));
  if (silenced !== null) {
    const why = plain(codedMessage(messages.failures, silenced.code, silenced.fields));
    await io.stderr.write(`volteface: ${plain(messages.cli.notCommented(why))}\n`);
  }
  return failed ? 1 : 0;
}
