import type { Command, HelpConfiguration } from "commander";
import { fold, type Messages, plain, type Text, widthOf } from "../report/index.js";

/** Help in the reader's language, aligned for wide characters too. */
export function helpConfiguration({ titles, words }: Messages["cli"]["help"]): HelpConfiguration {
  const said: Readonly<Record<string, Text>> = { ...titles, ...words };
  const translate = (text: string) => {
    const found = said[text];
    return found === undefined ? text : plain(found);
  };
  return {
    showGlobalOptions: true,
    displayWidth: widthOf,
    boxWrap: (text, width) =>
      text
        .split("\n")
        .flatMap((line) => fold(line, width))
        .join("\n"),
    styleTitle: translate,
    styleUsage: (usage) => usage.split(" ").map(translate).join(" "),
    subcommandTerm: (command: Command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
    subcommandDescription: (command: Command) => command.summary() || command.description(),
  };
}

function argumentTerm(argument: Command["registeredArguments"][number]): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}
