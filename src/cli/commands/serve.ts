import { plain } from "../../report/index.js";
import { nextSignal } from "../interrupt.js";
import type { Call, CommandFile } from "../session.js";

/** `volteface serve`: the GitHub App, until a signal ends it. Its answer is its log, on standard output. */
export const serve: CommandFile = {
  name: "serve",
  define: (command, { cli: { help } }, act) => {
    command
      .description(plain(help.commands.serve))
      .addHelpText("after", `\n${plain(help.commands.serveSettings)}`)
      .action(act(runServe));
  },
};

async function runServe({ session: { io } }: Call): Promise<number> {
  const { serveApp } = await import("../../github/index.js");
  const ended = nextSignal();
  const serving = await serveApp(io.env, (line) => void io.stdout.write(line));
  await ended;
  await serving.stop();
  return 0;
}
