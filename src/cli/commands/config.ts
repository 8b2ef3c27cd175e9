import { join, resolve } from "node:path";
import { settingsSchema } from "../../config/index.js";
import { openRepository } from "../../git/index.js";
import { Failure, SETTINGS_PATH } from "../../primitives/index.js";
import { type ConfigAnswer, matrixFormats, plain, renderConfig } from "../../report/index.js";
import { formatOf } from "../flags.js";
import { prepareOutput } from "../output.js";
import { paperFor } from "../paper.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";
import { shownSettings } from "../shown-settings.js";

/** `volteface config check|show|schema`. */
export const config: CommandFile = {
  name: "config",
  define: (command, { cli: { help } }, act) => {
    const { config, configCheck, configFile, configShow, configRef, configSchema } = help.commands;
    command.description(plain(config));
    command
      .command("check")
      .description(plain(configCheck))
      .argument("[file]", plain(configFile))
      .action(act(checkConfig));
    command
      .command("show")
      .description(plain(configShow))
      .option("--ref <ref>", plain(configRef))
      .action(act(showConfig));
    command.command("schema").description(plain(configSchema)).action(act(printSchema));
  },
};

/** A file that is being written is looked at where it is, unlike one that counts. */
async function checkConfig(call: Call): Promise<number> {
  const { args, flags, session } = call;
  const given = args[0] ?? flags.config;
  const root = await workTreeOf(resolve(session.io.cwd, flags.repo), given === null);
  const file = given ?? join(root ?? "", SETTINGS_PATH);
  const path = resolve(session.io.cwd, file);
  const { checkSettings } = await import("../../analyze/index.js");
  const problems = await checkSettings(path, root ?? session.io.cwd);
  const named = problems.map((problem) => ({ ...problem, file: problem.file === path ? file : problem.file }));
  await tell({ kind: "check", file, problems: named }, call);
  return problems.length === 0 ? 0 : 2;
}

/** Only who leaves the file to us must stand in a repository. */
async function workTreeOf(directory: string, needed: boolean): Promise<string | null> {
  try {
    const repository = await openRepository(directory);
    const root = await repository.workTree().finally(() => repository.close());
    if (root === null && needed) throw new Failure("config.bare", { directory });
    return root;
  } catch (error) {
    if (needed || !(error instanceof Failure)) throw error;
    return null;
  }
}

async function showConfig(call: Call): Promise<number> {
  const { flags, own, session } = call;
  const { readSettings } = await import("../../analyze/index.js");
  const repository = await openRepository(resolve(session.io.cwd, flags.repo));
  try {
    const request = await settingsRequest(call, typeof own.ref === "string" ? own.ref : null);
    await tell(shownSettings(await readSettings(repository, request)), call);
  } finally {
    await repository.close();
  }
  return 0;
}

async function printSchema({ flags, session }: Call): Promise<number> {
  const output = await prepareOutput(flags.output, session.io);
  await output.write(`${JSON.stringify(await settingsSchema(), null, 2)}\n`);
  return 0;
}

async function tell(answer: ConfigAnswer, { flags, session }: Call): Promise<void> {
  const format = formatOf(flags, matrixFormats);
  const output = await prepareOutput(flags.output, session.io);
  await output.write(renderConfig(answer, format, paperFor(session, flags)));
}
