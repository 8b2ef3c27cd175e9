import { Command, CommanderError } from "commander";
import { version } from "../primitives/index.js";
import { plain } from "../report/index.js";
import { commands } from "./commands/index.js";
import { addFlags, readFlags } from "./flags.js";
import { helpConfiguration } from "./help.js";
import type { Act, Session } from "./session.js";
import { isAnswered, usageFailure } from "./usage-failure.js";

/** Understands the command line, runs the command that it names, and answers the exit code. */
export async function runProgram(argv: readonly string[], session: Session): Promise<number> {
  let help = "";
  let code = 0;
  const act: Act =
    (handler) =>
    async (...given) => {
      const command = given.at(-1) as Command;
      code = await handler({ args: command.args, flags: readFlags(command), own: command.opts(), session });
    };
  const program = buildProgram(session, act, (text) => {
    help += text;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError) || !isAnswered(error)) throw error;
    await session.io.stdout.write(help);
  }
  return code;
}

function buildProgram({ io, messages }: Session, act: Act, show: (text: string) => void): Command {
  const { help } = messages.cli;
  const program = new Command("volteface")
    .description(plain(help.program))
    .configureOutput({
      writeOut: show,
      writeErr: show,
      outputError: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 80,
    })
    .configureHelp(helpConfiguration(help))
    .showSuggestionAfterError(false)
    .helpOption("-h, --help", plain(help.flag.help))
    .helpCommand("help [command]", plain(help.commands.help))
    .version(version(), "-V, --version", plain(help.flag.version));
  addFlags(program, help);
  for (const { name, define } of commands) define(program.command(name).helpCommand(false), messages, act);
  explainErrors(program);
  return program;
}

/** Each command turns its own errors into failures: only it knows its names. */
function explainErrors(command: Command): void {
  command.exitOverride((error) => {
    throw isAnswered(error) ? error : usageFailure(error, command);
  });
  for (const each of command.commands) explainErrors(each);
}
