import { messagesIn } from "../report/index.js";
import type { Io } from "./io.js";
import { chooseLang, parseLang, unknownLang } from "./language.js";
import { runProgram } from "./program.js";
import { tellError } from "./tell-error.js";

/** The command line from its words to its exit code; nothing thrown gets past here. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const lang = chooseLang(argv, io.env);
  const session = { io, lang, messages: messagesIn(lang) };
  try {
    checkEnvironment(io.env);
    return await runProgram(argv, session);
  } catch (error) {
    return await tellError(error, io, session.messages, argv.includes("--debug"));
  }
}

function checkEnvironment(env: Io["env"]): void {
  const wanted = env.VOLTEFACE_LANG ?? "";
  if (wanted !== "" && parseLang(wanted) === null) throw unknownLang(wanted, "VOLTEFACE_LANG");
}
