import type { Command, CommanderError } from "commander";
import { Failure, nearest } from "../primitives/index.js";

/** Commander's complaints as failures of ours, so that they are told in the reader's language with the nearest name. */
export function usageFailure(error: CommanderError, command: Command): Failure {
  const quoted = /'([\s\S]*)'/.exec(error.message)?.[1] ?? "";
  const path = pathOf(command);
  switch (error.code) {
    case "commander.unknownCommand": {
      const known = command.commands.map((each) => each.name());
      const fields = { command: quoted, nearest: nearest(quoted, known) ?? "", known: known.join(", ") };
      return new Failure("usage.unknown-command", fields);
    }
    case "commander.unknownOption": {
      const flag = quoted.split("=", 1)[0] ?? quoted;
      return new Failure("usage.unknown-flag", { flag, nearest: nearest(flag, flagsOf(command)) ?? "", command: path });
    }
    case "commander.optionMissingArgument":
      return new Failure("usage.flag-without-value", { flag: quoted });
    case "commander.missingArgument":
      return new Failure("usage.missing-argument", { argument: quoted, command: path });
    case "commander.excessArguments": {
      const argument = command.args[command.registeredArguments.length] ?? "";
      return new Failure("usage.too-many-arguments", { argument, command: path });
    }
    default:
      return new Failure("usage.other", { detail: error.message.replace(/^error: /, "") }, { cause: error });
  }
}

/** Asking for help or the version ends parsing too, but is no mistake. */
export function isAnswered(error: CommanderError): boolean {
  return ["commander.help", "commander.helpDisplayed", "commander.version"].includes(error.code);
}

function pathOf(command: Command): string {
  const parent = command.parent === null ? [] : [pathOf(command.parent)];
  return [...parent, command.name()].join(" ");
}

function flagsOf(command: Command): string[] {
  const own = command
    .createHelp()
    .visibleOptions(command)
    .flatMap((option) => option.long ?? []);
  return command.parent === null ? own : [...own, ...flagsOf(command.parent)];
}
